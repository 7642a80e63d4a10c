package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The statements that rest on a book, and so the owners to be told when it is withdrawn. */
@Named("ruleStatements")
@RequestScoped
public class RuleStatementsPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    RuleStatements statements;

    @Inject
    RuleBookOffice office;

    @Inject
    HttpServletRequest request;

    private RuleBookOffice.Draft book;
    private Page<RuleStatements.Given> rows;

    @PostConstruct
    void load() {
        // The office of the books is for planners and auditors alone; so is this page.
        book = office.draft(Parameters.whole(request, "book").orElse(0L));
        rows = statements.under(book.id(), Parameters.page(request, PAGE_SIZE));
    }

    public RuleBookOffice.Draft getBook() {
        return book;
    }

    public Page<RuleStatements.Given> getRows() {
        return rows;
    }
}
