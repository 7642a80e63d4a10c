package ir.hamedan.esup.citizen;

import ir.hamedan.esup.desk.api.CitizenDesk;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.web.Shown;
import ir.hamedan.esup.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one property of the citizen owes, its bill, and the signed statement of its rules. */
@Named("myDues")
@RequestScoped
public class MyDuesPage {
    @Inject
    CitizenDesk desk;

    @Inject
    Texts texts;

    @Inject
    Shown shown;

    @Inject
    HttpServletRequest request;

    private CitizenDesk.Owing owing;
    private List<Bill> bills = List.of();

    @PostConstruct
    void load() {
        owing = desk.dues(RenewalCode.parse(Parameters.text(request, "code")));
    }

    /** Leads to the bill; to each of them where there are several. */
    public String bill() throws IOException {
        bills = desk.bill(owing.object().code());
        if (bills.size() == 1) {
            Redirects.to("/bill?bill=" + bills.get(0).billId() + "&payment="
                    + bills.get(0).paymentId());
        }
        return null;
    }

    public String state() throws IOException {
        RuleStatements.Given given = desk.ruleStatement(owing.object().code());
        FormProblems.news("citizen.my.statement.news", shown.digits(given.certificate()));
        Redirects.to("/my/statements");
        return null;
    }

    /** How the page begins: owing; not known, where a levy was never loaded; above, where only what it stands on owes; clear. */
    private String outcome() {
        if (!owing.dues().items().isEmpty()) {
            return "owing";
        }
        if (!missing().isEmpty()) {
            return "unknown";
        }
        return owing.dues().above().isEmpty() ? "clear" : "above";
    }

    /** The levies of which nothing is known: who has no data of one may not say that nothing is owed. */
    private List<LevyKind> missing() {
        return Stream.of(LevyKind.values())
                .filter(levy -> !owing.dues().loaded().containsKey(levy))
                .toList();
    }

    public String getKind() {
        return outcome().equals("clear") ? "good" : "care";
    }

    public String getTitle() {
        return texts.get("citizen.my.dues.title." + outcome());
    }

    public String getSentence() {
        return texts.of(
                "citizen.my.dues.text." + outcome(), shown.date(owing.dues().payBy()));
    }

    /** What is not known, in a sentence; empty when everything is. */
    public String getUnknown() {
        return missing().isEmpty()
                ? ""
                : texts.of(
                        "citizen.my.dues.missing",
                        missing().stream().map(shown::label).collect(Collectors.joining(texts.get("web.comma") + " ")));
    }

    public LandObject getObject() {
        return owing.object();
    }

    public DueStatement getStatement() {
        return owing.dues();
    }

    public List<Bill> getBills() {
        return bills;
    }
}
