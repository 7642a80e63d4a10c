package ir.hamedan.esup.permits.internal;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.OFFICER;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.permits.api.Examination;
import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.PermitOffice;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.rulebooks.api.Answer.ClauseRef;
import ir.hamedan.esup.rulebooks.api.Clause;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Whatever is done about a parcel comes one after another, so that a request is decided once. */
@Stateless
@Local(PermitOffice.class)
@RolesAllowed({OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR})
public class PermitOfficeBean implements PermitOffice {
    private static final int LONGEST_PAPER = 200;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Cases cases;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    public Page<PermitRequest> search(String typed, Optional<PermitState> state, Page.Request page) {
        String text = PersianText.value(typed);
        return table().search(RenewalCode.ifOne(text), text, state, page);
    }

    @Override
    public PermitRequest get(long request) {
        return table().get(request);
    }

    @Override
    public Examination examine(long request) {
        return cases.examined(table().get(request));
    }

    @Override
    public List<Owner> missing(long request) {
        return cases.missing(table().get(request));
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR})
    public PermitRequest consentSeen(long request, String owner, String paper) {
        PermitRequest open = held(request);
        String seen = PersianText.clean(paper);
        if (seen.isEmpty() || seen.length() > LONGEST_PAPER) {
            throw Problem.invalid("permits.paper-needed", LONGEST_PAPER).at("paper");
        }
        Owner asked = cases.missing(open).stream()
                .filter(one -> one.party().id().equals(owner))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("permits.not-owner").at("owner"));
        table().consent(request, asked.party(), asked.name(), seen, caller.get(), cases.now());
        cases.told("permits.consent-seen", open, Map.of("owner", owner, "paper", seen));
        return table().get(request);
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR})
    public PermitRequest accept(long request, boolean openSeen) {
        PermitRequest open = held(request);
        if (!cases.missing(open).isEmpty()) {
            throw Problem.conflict("permits.consent-missing");
        }
        Examination found = cases.examined(open);
        if (!found.isClear()) {
            throw Problem.conflict(
                    "permits.objections-stand", found.objections().size());
        }
        if (found.isLeftOpen() && !openSeen) {
            throw Problem.invalid("permits.open-unseen").at("openSeen");
        }
        table().decide(request, PermitState.ACCEPTED, found, List.of(), caller.get(), cases.now());
        cases.told(
                "permits.accepted",
                open,
                Map.of("hash", found.hash(), "open", names(found.open()), "noData", names(found.noData())));
        return table().get(request);
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR})
    public PermitRequest giveBack(long request, List<Remark> remarks) {
        if (remarks.size() > MOST_REMARKS) {
            throw Problem.invalid("permits.remarks-many", MOST_REMARKS);
        }
        PermitRequest open = held(request);
        Examination found = cases.examinedOrNot(open);
        List<Objection> all = new ArrayList<>(found.objections());
        for (int i = 0; i < remarks.size(); i++) {
            all.add(cited(remarks.get(i), found.book(), "remarks[" + i + "]."));
        }
        if (all.isEmpty()) {
            throw Problem.invalid("permits.nothing-objected");
        }
        table().decide(request, PermitState.RETURNED, found, all, caller.get(), cases.now());
        cases.told("permits.returned", open, Map.of("hash", found.hash(), "objections", Integer.toString(all.size())));
        return table().get(request);
    }

    private static String names(List<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private Objection cited(Remark remark, long book, String at) {
        String words = PersianText.clean(remark.words());
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw Problem.invalid("permits.remark-words", SHORTEST, LONGEST).at(at + "words");
        }
        Clause clause;
        try {
            clause = cases.books.clause(book, PersianText.value(remark.clause()));
        } catch (Problem unknown) {
            throw Problem.invalid("permits.clause-unknown").at(at + "clause").because(unknown);
        }
        return Objection.plain(
                Objection.Ground.CITED, book, List.of(new ClauseRef(clause.number(), clause.title())), words);
    }

    /** Nobody has decided on it, and nobody else does until this transaction ends. */
    private PermitRequest held(long request) {
        table().hold(table().get(request).parcel());
        return Cases.open(table().get(request));
    }

    private RequestTable table() {
        return new RequestTable(new Sql(source));
    }
}
