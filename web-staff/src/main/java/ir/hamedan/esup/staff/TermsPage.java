package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.levies.api.Assessment;
import ir.hamedan.esup.levies.api.LevyTerms;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The dated terms of the levies, and the yearly assessment that follows them. */
@Named("terms")
@RequestScoped
public class TermsPage {
    @Inject
    LevyTerms terms;

    @Inject
    Assessment assessment;

    @Inject
    Clock clock;

    private List<LevyTerms.Term> rows;
    private String levy;
    private String name;
    private String validFrom;
    private String value;
    private String basis;
    private String year;
    private int region = 1;
    private Optional<Assessment.Report> report = Optional.empty();

    @PostConstruct
    void load() {
        rows = terms.all().stream()
                .sorted(Comparator.comparing(LevyTerms.Term::levy)
                        .thenComparing(LevyTerms.Term::name)
                        .thenComparing(LevyTerms.Term::validFrom, Comparator.reverseOrder()))
                .toList();
        year = Integer.toString(PersianDate.of(clock.instant()).year());
    }

    public String set() {
        terms.set(new LevyTerms.Term(
                required(levy, "levy"),
                required(name, "name"),
                Parameters.day("validFrom", validFrom)
                        .orElseThrow(() -> Problem.invalid("staff.day.missing").at("validFrom")),
                required(value, "value"),
                required(basis, "basis")));
        FormProblems.news("staff.news.term-set");
        return "terms?faces-redirect=true";
    }

    public String assess() {
        String digits = PersianText.digitsOnlyForm(year == null ? "" : year);
        if (!digits.matches("1[34][0-9]{2}")) {
            throw Problem.invalid("staff.year.wrong").at("year");
        }
        report = Optional.of(assessment.assess(Integer.parseInt(digits), region));
        return null;
    }

    private static String required(String typed, String field) {
        String clean = PersianText.clean(typed == null ? "" : typed);
        if (clean.isEmpty()) {
            throw Problem.invalid("staff.term.missing").at(field);
        }
        return clean;
    }

    public List<LevyTerms.Term> getRows() {
        return rows;
    }

    public Assessment.Report getReport() {
        return report.orElse(null);
    }

    public String getLevy() {
        return levy;
    }

    public void setLevy(String levy) {
        this.levy = levy;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getBasis() {
        return basis;
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public int getRegion() {
        return region;
    }

    public void setRegion(int region) {
        this.region = region;
    }
}
