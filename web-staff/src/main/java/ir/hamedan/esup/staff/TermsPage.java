package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.Assessment;
import ir.hamedan.esup.levies.api.LevyTerms;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dated terms of the levies, and the yearly assessment that follows them. */
@Named("terms")
@RequestScoped
public class TermsPage {
    private static final List<String> PENALTIES = List.of("NONE", "ANNUAL", "MONTHLY");

    @Inject
    LevyTerms terms;

    @Inject
    Assessment assessment;

    @Inject
    Clock clock;

    private static final int PAGE_SIZE = 25;
    private static final Pattern MONTHLY = Pattern.compile("MONTHLY_([0-9.]+)_MAX_([0-9.]+)");

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<LevyTerms.Term> rows;
    private String levy;
    private String name;
    private String validFrom;
    private String value;
    private String method;
    private String most;
    private String basis;
    private String year;
    private int region = 1;
    private Optional<Assessment.Report> report = Optional.empty();

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        String wanted = PersianText.fold(text);
        List<LevyTerms.Term> found = terms.all().stream()
                .filter(term -> PersianText.fold(
                                levyText(term.levy()) + " " + nameText(term.name()) + " " + term.basis())
                        .contains(wanted))
                .sorted(Comparator.comparing(LevyTerms.Term::levy)
                        .thenComparing(LevyTerms.Term::name)
                        .thenComparing(LevyTerms.Term::validFrom, Comparator.reverseOrder()))
                .toList();
        rows = Page.part(found, Parameters.page(request, PAGE_SIZE));
        year = Integer.toString(PersianDate.of(clock.instant()).year());
    }

    public String set() {
        terms.set(new LevyTerms.Term(
                required(levy, "levy"),
                required(name, "name"),
                Days.needed("validFrom", validFrom),
                composed(),
                required(basis, "basis")));
        FormProblems.news("staff.news.term-set");
        return "terms?faces-redirect=true";
    }

    public String assess() {
        String digits = PersianText.value(year == null ? "" : year);
        if (!digits.matches("1[34][0-9]{2}")) {
            throw Problem.invalid("staff.year.wrong").at("year");
        }
        report = Optional.of(assessment.assess(Integer.parseInt(digits), region));
        return null;
    }

    /** The value as it is kept: a penalty and a way of counting are chosen from a list, all else is a number. */
    private String composed() {
        return switch (Parameters.typed(name)) {
            case "accrual" -> chosen(LevyTerms.ACCRUALS);
            case "penalty" ->
                switch (chosen(PENALTIES)) {
                    case "ANNUAL" -> "ANNUAL_" + number(value, "value");
                    case "MONTHLY" -> "MONTHLY_" + number(value, "value") + "_MAX_" + number(most, "most");
                    default -> "NONE";
                };
            default -> number(value, "value");
        };
    }

    private String chosen(List<String> choices) {
        if (!choices.contains(Parameters.typed(method))) {
            throw Problem.invalid("staff.term.method-missing").at("method");
        }
        return Parameters.typed(method);
    }

    private static String number(String typed, String field) {
        String digits = PersianText.asciiDigits(required(typed, field)).replace('٫', '.');
        if (!digits.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
            throw Problem.invalid("staff.term.number-wrong").at(field);
        }
        return digits;
    }

    /** The levies a term can be of. */
    public List<String> getLevies() {
        return Stream.concat(Stream.of("*"), Stream.of(LevyKind.values()).map(LevyKind::name))
                .toList();
    }

    public String levyText(String code) {
        return code.equals("*") ? texts.get("staff.term.all-levies") : texts.get("ledger.levy-kind." + code);
    }

    public List<String> getNames() {
        return LevyTerms.NAMES;
    }

    public String nameText(String code) {
        return texts.get("staff.term.name." + code);
    }

    /** Penalties and ways of counting, as they are chosen. */
    public List<String> getMethods() {
        return Stream.concat(PENALTIES.stream(), LevyTerms.ACCRUALS.stream()).toList();
    }

    /** The value of a term in words. */
    public String valueText(LevyTerms.Term term) {
        Matcher monthly = MONTHLY.matcher(term.value());
        if (monthly.matches()) {
            return texts.of("staff.term.monthly", monthly.group(1), monthly.group(2));
        }
        if (term.value().startsWith("ANNUAL_")) {
            return texts.of("staff.term.annual", term.value().substring("ANNUAL_".length()));
        }
        return term.value().matches("[A-Z_]+") ? texts.get("staff.term.method." + term.value()) : term.value();
    }

    private static String required(String typed, String field) {
        String clean = PersianText.clean(typed == null ? "" : typed);
        if (clean.isEmpty()) {
            throw Problem.invalid("staff.term.missing").at(field);
        }
        return clean;
    }

    public String getText() {
        return text;
    }

    public Page<LevyTerms.Term> getRows() {
        return rows;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getMost() {
        return most;
    }

    public void setMost(String most) {
        this.most = most;
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
