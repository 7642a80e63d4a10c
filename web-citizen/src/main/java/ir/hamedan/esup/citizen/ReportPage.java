package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.rulebooks.api.RuleReports;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Saying what is wrong with an answer or a place of the map, without login; which is meant stands in the address. */
@Named("report")
@RequestScoped
public class ReportPage {
    @Inject
    RuleReports reports;

    @Inject
    Limits limits;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private Optional<RenewalCode> code = Optional.empty();
    private Optional<RuleReports.Place> place = Optional.empty();
    private Instant known;
    private LocalDate on;
    private RuleReports.Subject subject;
    private String words;

    @PostConstruct
    void load() {
        String latitude = Parameters.text(request, "lat");
        if (latitude.isEmpty()) {
            code = Optional.of(RenewalCode.parse(Parameters.text(request, "code")));
        } else {
            place = Optional.of(RuleReports.Place.parse(Parameters.text(request, "lon"), latitude));
        }
        known = Parameters.instant(request, "known").orElseGet(clock::instant);
        String named = Parameters.text(request, "subject");
        subject = Stream.of(RuleReports.Subject.values())
                .filter(one -> one.name().equals(named))
                .findFirst()
                .orElse(place.isPresent() ? RuleReports.Subject.MISSING : RuleReports.Subject.RULE);
        on = Parameters.day(request, "on").orElseGet(() -> LocalDate.ofInstant(known, PersianDate.TEHRAN));
    }

    /** Hands it in and leads to its own page, which shows the reference. */
    public String file() throws IOException {
        limits.countReport();
        RuleReports.Report report = reports.file(new RuleReports.Filing(code, place, on, known, subject, typed()));
        Redirects.to("/follow?filed=true&reference=" + report.reference());
        return null;
    }

    private String typed() {
        return words == null ? "" : words;
    }

    /** The parcel that is meant; empty for a place. */
    public String getCode() {
        return code.map(RenewalCode::toString).orElse("");
    }

    /** The place that is meant, where no parcel is; empty for a parcel. */
    public String getPlace() {
        return place.map(RuleReports.Place::toString).orElse("");
    }

    /** Where one came from. */
    public String getBack() {
        return place.map(at -> "/map?lat=" + at.north() + "&lon=" + at.east())
                .orElseGet(() -> "/rules?code=" + getCode());
    }

    public LocalDate getOn() {
        return on;
    }

    public List<RuleReports.Subject> getSubjects() {
        return List.of(RuleReports.Subject.values());
    }

    public int getLongest() {
        return RuleReports.LONGEST;
    }

    public RuleReports.Subject getSubject() {
        return subject;
    }

    public void setSubject(RuleReports.Subject subject) {
        this.subject = subject;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
