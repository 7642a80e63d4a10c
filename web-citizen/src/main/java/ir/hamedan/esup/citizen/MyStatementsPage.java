package ir.hamedan.esup.citizen;

import ir.hamedan.esup.desk.api.CitizenDesk;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The signed statements of rules that were given to the citizen who is logged in. */
@Named("myStatements")
@RequestScoped
public class MyStatementsPage {
    private static final int PAGE_SIZE = 20;

    @Inject
    CitizenDesk desk;

    @Inject
    HttpServletRequest request;

    private Page<RuleStatements.Given> rows;

    @PostConstruct
    void load() {
        rows = desk.ruleStatements(Parameters.page(request, PAGE_SIZE));
    }

    public Page<RuleStatements.Given> getRows() {
        return rows;
    }
}
