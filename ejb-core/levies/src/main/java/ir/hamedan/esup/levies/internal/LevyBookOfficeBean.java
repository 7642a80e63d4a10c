package ir.hamedan.esup.levies.internal;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.levies.api.LevyBookState;
import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitLevyLoad;
import ir.hamedan.esup.workbooks.Fault;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The book's own row is locked first, so that what is done to one book comes one after another. */
@Stateless
@RolesAllowed({SUPERVISOR, ADMINISTRATOR})
public class LevyBookOfficeBean implements LevyBookOffice {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    @RolesAllowed(SYSTEM)
    public boolean isLevyBook(byte[] file) {
        return LevyWorkbooks.isLevyBook(file);
    }

    @Override
    @RolesAllowed(SYSTEM)
    public Draft importBook(byte[] file, String fileName, String handedInBy) {
        String name = PersianText.clean(fileName == null ? "" : fileName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("levies.file-name-missing", LONGEST_NAME).at("file");
        }
        String hash = Sha256.of(file);
        Optional<Long> before = rows().idOfFile(hash);
        if (before.isPresent()) {
            return draft(before.get());
        }
        LevyWorkbooks.Reading reading = LevyWorkbooks.read(file);
        Optional<Long> added = rows().add(file, new DraftRows.Handed(name, hash, handedInBy, clock.instant()), reading);
        long book = added.or(() -> rows().idOfFile(hash)).orElseThrow();
        if (added.isPresent()) {
            String faults = Integer.toString(reading.faults().size());
            audit("levies.book-imported", book, Map.of("file", name, "hash", hash, "by", handedInBy, "faults", faults));
        }
        return draft(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public Draft draft(long book) {
        return rows().draft(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<Draft> drafts(String text, Page.Request page) {
        if (text.length() > LONGEST_SEARCH) {
            throw Problem.invalid("levies.search-too-long", LONGEST_SEARCH);
        }
        return rows().drafts(text, page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public Page<Fault> faults(long book, Page.Request page) {
        rows().draft(book);
        return rows().faults().of(book, page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public LevyWorkbook content(long book) {
        return rows().content(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public List<LevyExample.Tried> examples(long book) {
        return new Examples(rows().content(book)).all();
    }

    @Override
    public Draft publish(long book, LocalDate effectiveFrom) {
        LevyBookState state = rows().lock(book);
        if (state != LevyBookState.DRAFT && state != LevyBookState.SIGNED) {
            throw Problem.conflict("levies.not-a-draft");
        }
        LevyWorkbook content = rows().content(book);
        rows().holdAll();
        LevyBook published = checked(content, effectiveFrom);
        List<String> before = signers(rows().draft(book), effectiveFrom);
        rows().sign(book, before.size() + 1, caller.get(), effectiveFrom, clock.instant());
        boolean second = !before.isEmpty();
        if (second) {
            TariffRows tariff = new TariffRows(sql(), clock.instant());
            long id = tariff.publish(published, caller.get());
            content.prices().forEach(price -> tariff.price(price, Optional.of(id)));
            rows().published(book, id);
        } else {
            rows().state(book, LevyBookState.SIGNED);
        }
        audit(
                second ? "levies.book-published" : "levies.book-signed",
                book,
                Map.of("effectiveFrom", effectiveFrom.toString()));
        return draft(book);
    }

    /** The book as it would hold from the day, if it may. */
    private LevyBook checked(LevyWorkbook content, LocalDate from) {
        LevyBook book = content.book();
        if (from.isBefore(book.validFrom())) {
            throw Problem.invalid("levies.before-its-day", book.validFrom()).at("effectiveFrom");
        }
        if (from.isAfter(book.validUntil())) {
            throw Problem.invalid("levies.book-year", from, Integer.toString(book.year()))
                    .at("effectiveFrom");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
        if (from.isBefore(today) && rows().holds(today.minusDays(1))) {
            throw Problem.conflict("levies.in-the-past", today).at("effectiveFrom");
        }
        int latest = rows().latestVersion(book.year());
        if (book.version() <= latest) {
            throw Problem.conflict("levies.version-behind", Integer.toString(book.year()), Integer.toString(latest));
        }
        if (content.examples().isEmpty()) {
            throw Problem.conflict("levies.examples-missing");
        }
        long different = new Examples(content).different();
        if (different > 0) {
            throw Problem.conflict("levies.examples-differ", different);
        }
        return book.from(from);
    }

    private List<String> signers(Draft draft, LocalDate from) {
        if (draft.signers().contains(caller.get())) {
            throw Problem.forbidden("levies.second-signer-needed");
        }
        draft.effectiveFrom().filter(day -> !day.equals(from)).ifPresent(day -> {
            throw Problem.conflict("levies.other-day-signed", day).at("effectiveFrom");
        });
        return draft.signers();
    }

    @Override
    public Draft withdraw(long book, String reason) {
        String words = PersianText.clean(reason == null ? "" : reason);
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw Problem.invalid("levies.reason-missing", SHORTEST_REASON, LONGEST_REASON)
                    .at("reason");
        }
        LevyBookState state = rows().lock(book);
        if (state == LevyBookState.WITHDRAWN) {
            throw Problem.conflict("levies.withdrawn-already");
        }
        List<String> before = rows().draft(book).withdrawers();
        if (before.contains(caller.get())) {
            throw Problem.forbidden("levies.second-signer-needed");
        }
        rows().signWithdrawal(book, before.size() + 1, caller.get(), words, clock.instant());
        boolean done = state != LevyBookState.PUBLISHED || !before.isEmpty();
        if (done) {
            rows().withdrawn(book, clock.instant());
        }
        audited.fire(new Audited(
                done ? "levies.book-withdrawn" : "levies.withdrawal-signed",
                Long.toString(book),
                "",
                Map.of("state", state.name()),
                Map.of("reason", words)));
        return draft(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public byte[] file(long book) {
        return rows().file(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public byte[] workbook(long book, Locale language) {
        return LevyWorkbooks.write(rows().content(book), Messages.in(language));
    }

    @Override
    @PermitAll
    public byte[] template(Locale language) {
        return LevyWorkbooks.template(Messages.in(language));
    }

    @Override
    @PermitAll
    public byte[] demonstration() {
        return PermitLevyLoad.demonstrationWorkbook();
    }

    private void audit(String action, long book, Map<String, String> after) {
        audited.fire(Audited.of(action, Long.toString(book), after));
    }

    private DraftRows rows() {
        return new DraftRows(sql());
    }

    private Sql sql() {
        return new Sql(source);
    }
}
