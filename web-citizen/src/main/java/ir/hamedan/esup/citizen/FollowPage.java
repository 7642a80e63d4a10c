package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.RuleReports;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What became of a report, for whoever has its reference. */
@Named("follow")
@RequestScoped
public class FollowPage {
    @Inject
    RuleReports reports;

    @Inject
    Limits limits;

    @Inject
    HttpServletRequest request;

    private String reference;
    private RuleReports.Report report;

    @PostConstruct
    void load() {
        reference = Parameters.text(request, "reference");
        if (reference.isEmpty()) {
            return;
        }
        limits.count();
        try {
            report = reports.follow(reference);
        } catch (Problem problem) {
            FormProblems.show(List.of(problem.at("reference")));
        }
    }

    /** Null while none was asked for or found. */
    public RuleReports.Report getReport() {
        return report;
    }

    /** Whether it was handed in just now. */
    public boolean isFiled() {
        return Parameters.text(request, "filed").equals("true");
    }

    public String getReference() {
        return reference;
    }

    /** In groups of four, easy to read out. */
    public String getShown() {
        return grouped(report.reference());
    }

    /** Where one sees what it is of. */
    public String getMeant() {
        return report.place()
                .map(at -> "/map?lat=" + at.north() + "&lon=" + at.east())
                .orElseGet(() -> "/rules?code=" + report.of());
    }

    static String grouped(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1-");
    }

    public String getTone() {
        return switch (report.state()) {
            case OPEN -> "info";
            case ANSWERED -> "good";
        };
    }
}
