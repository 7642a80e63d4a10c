package ir.hamedan.esup.jobs.internal.books;

import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/** Reads a workbook in a thread of the server, in one transaction; what was given up in the meantime is not kept. */
@Stateless
@RunAs(Roles.SYSTEM)
@DeclareRoles(Roles.SYSTEM)
@PermitAll
public class BookReading {
    @Inject
    RuleBookOffice rules;

    @Inject
    LevyBookOffice levies;

    @Resource
    SessionContext context;

    @Asynchronous
    public Future<BookOffices.Kept> read(byte[] file, String fileName, String by) {
        BookOffices.Kept book = new BookOffices(rules, levies).keep(file, fileName, by);
        if (context.wasCancelCalled()) {
            context.setRollbackOnly();
        }
        return new AsyncResult<>(book);
    }
}
