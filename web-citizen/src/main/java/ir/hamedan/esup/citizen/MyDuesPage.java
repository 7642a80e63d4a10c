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
import java.util.UUID;

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

    private LandObject object;
    private DueStatement statement;
    private List<Bill> bills = List.of();
    /** One key for one showing of the form: sent twice, it is one statement. */
    private String key = UUID.randomUUID().toString();

    @PostConstruct
    void load() {
        RenewalCode code = RenewalCode.parse(Parameters.text(request, "code"));
        object = desk.property(code);
        statement = desk.dues(code);
    }

    /** Leads to the bill; to each of them where there are several. */
    public String bill() throws IOException {
        bills = desk.bill(object.code());
        if (bills.size() == 1) {
            Redirects.to("/bill?bill=" + bills.get(0).billId() + "&payment="
                    + bills.get(0).paymentId());
        }
        return null;
    }

    public String state() throws IOException {
        RuleStatements.Given given = desk.ruleStatement(object.code(), key);
        FormProblems.news("citizen.my.statement.news", shown.digits(given.certificate()));
        Redirects.to("/my/statements");
        return null;
    }

    /** Whether nothing is known of the renewal levy: then nobody may say that nothing is owed. */
    private boolean isUnknown() {
        return !statement.loaded().containsKey(LevyKind.RENEWAL);
    }

    /** How the page begins: owing, clear, or not known. */
    private String outcome() {
        return statement.items().isEmpty() ? isUnknown() ? "unknown" : "clear" : "owing";
    }

    public String getKind() {
        return statement.items().isEmpty() && !isUnknown() ? "good" : "care";
    }

    public String getTitle() {
        return texts.get("citizen.my.dues.title." + outcome());
    }

    public String getSentence() {
        String sentence = texts.of("citizen.my.dues.text." + outcome(), shown.date(statement.payBy()));
        return statement.items().isEmpty() || !isUnknown()
                ? sentence
                : sentence + " " + texts.get("citizen.my.dues.incomplete");
    }

    public LandObject getObject() {
        return object;
    }

    public DueStatement getStatement() {
        return statement;
    }

    public List<Bill> getBills() {
        return bills;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
