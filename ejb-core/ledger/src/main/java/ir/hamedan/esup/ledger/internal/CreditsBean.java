package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Iban;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Books;
import ir.hamedan.esup.ledger.api.Credits;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Credit of a land object; its file is locked, so that it is never used twice. */
@Stateless
@RolesAllowed(Roles.REVENUE_OFFICER)
public class CreditsBean implements Credits {
    private static final int LONGEST_LETTER = 100;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Books books;

    @Inject
    Event<Audited> audit;

    private record Posted(String kind, String reference, Rial amount) {}

    private record Claimed(long file, Rial open) {}

    @Override
    public Rial apply(String key, RenewalCode code, List<Bill.Line> lines) {
        if (lines.isEmpty()) {
            throw Problem.invalid("ledger.bill-empty");
        }
        List<Long> demands = lines.stream().map(Bill.Line::demand).toList();
        long file = lock(code, demands);
        Optional<Posted> earlier = posted(key);
        if (earlier.isPresent()) {
            return same(key, earlier.get(), "APPLY_CREDIT", code.text());
        }
        List<Bill.Line> paid = paidBy(books.onAccount(code), lines);
        List<Booking.Line> standing = standing(code, paid);
        post(key, "APPLY_CREDIT", code.text(), Booking.fromCredit(standing, file));
        Settlement.of(paid, sql());
        Rial used = paid.stream().map(Bill.Line::amount).reduce(Rial.ZERO, Rial::plus);
        audit.fire(Audited.of(
                "ledger.credit-applied",
                code.text(),
                Map.of(
                        "amount", used.toString(),
                        "demands", paid.stream().map(Bill.Line::demand).toList().toString())));
        return used;
    }

    /** The first lines that the credit pays whole. */
    private static List<Bill.Line> paidBy(Rial credit, List<Bill.Line> lines) {
        List<Bill.Line> paid = new ArrayList<>();
        Rial left = credit;
        for (Bill.Line line : lines) {
            if (left.compareTo(line.amount()) < 0) {
                break;
            }
            left = left.minus(line.amount());
            paid.add(line);
        }
        if (paid.isEmpty()) {
            throw Problem.conflict(
                    "ledger.credit-too-small", credit, lines.get(0).amount());
        }
        return paid;
    }

    private List<Booking.Line> standing(RenewalCode code, List<Bill.Line> lines) {
        Map<Long, Claimed> claims = new HashMap<>();
        sql().list(
                        "select id, file, principal - settled as open from ledger.demand where id = any (?)",
                        row -> claims.put(row.number("id"), new Claimed(row.number("file"), row.rial("open"))),
                        lines.stream().map(Bill.Line::demand).toList());
        List<Booking.Line> standing = new ArrayList<>();
        for (Bill.Line line : lines) {
            Claimed claim = claims.get(line.demand());
            if (claim == null || !claim.open().equals(line.principal())) {
                throw Problem.conflict("ledger.claims-changed", code);
            }
            standing.add(new Booking.Line(
                    line.demand(),
                    line.levy().name(),
                    claim.file(),
                    line.principal(),
                    line.penalty(),
                    line.reward(),
                    claim.open()));
        }
        if (!Booking.stand(standing)) {
            throw Problem.conflict("ledger.claims-changed", code);
        }
        return standing;
    }

    @Override
    public void refund(String key, RenewalCode code, Rial amount, Iban to, String letter) {
        String clean = PersianText.clean(letter);
        if (clean.isEmpty() || clean.length() > LONGEST_LETTER) {
            throw Problem.invalid("ledger.refund-without-letter", LONGEST_LETTER)
                    .at("letter");
        }
        if (!amount.isPositive()) {
            throw Problem.invalid("ledger.amount-not-positive", amount).at("amount");
        }
        String reference = clean + " " + to.text();
        long file = lock(code, List.of());
        Optional<Posted> earlier = posted(key);
        if (earlier.isPresent()) {
            if (!same(key, earlier.get(), "REFUND", reference).equals(amount)) {
                throw Problem.conflict("ledger.key-reused", key);
            }
            return;
        }
        Rial credit = books.onAccount(code);
        if (credit.compareTo(amount) < 0) {
            throw Problem.conflict("ledger.credit-too-small", credit, amount).at("amount");
        }
        post(key, "REFUND", reference, Booking.refund(amount, file));
        audit.fire(Audited.of(
                "ledger.credit-refunded",
                code.text(),
                Map.of("amount", amount.toString(), "to", to.text(), "letter", clean)));
    }

    /** Locks the files of the object and of the claims in the order of their numbers; returns that of the object. */
    private long lock(RenewalCode code, List<Long> demands) {
        List<Long> claims = demands.isEmpty() ? List.of(0L) : demands;
        sql().list("""
                        select f.number from ledger.file f
                        where f.code = ? or f.number in (select d.file from ledger.demand d where d.id = any (?))
                        order by f.number for no key update
                        """, row -> row.number("number"), code, claims);
        return sql().first("select number from ledger.file where code = ?", row -> row.number("number"), code)
                .orElseThrow(() -> Problem.conflict("ledger.credit-too-small", Rial.ZERO, Rial.ZERO));
    }

    /** What was posted under the key: its credit is the debit of the account. */
    private Optional<Posted> posted(String key) {
        return sql().first("""
                        select p.kind, p.reference, coalesce(sum(t.amount) filter (where d.kind = 'ON_ACCOUNT'), 0)::bigint
                            as amount
                        from ledger.posting_key k
                        join ledger.posting p on p.id = k.posting
                        join ledger.transfer t on t.posting = p.id
                        join ledger.account d on d.id = t.debit
                        where k.key = ? group by p.id, p.kind, p.reference
                        """, row -> new Posted(row.text("kind"), row.text("reference"), row.rial("amount")), key);
    }

    private static Rial same(String key, Posted earlier, String kind, String reference) {
        if (!earlier.kind().equals(kind) || !earlier.reference().equals(reference)) {
            throw Problem.conflict("ledger.key-reused", key);
        }
        return earlier.amount();
    }

    private void post(String key, String kind, String reference, Booking booking) {
        if (booking.post(sql(), key, kind, reference, clock.instant()).isEmpty()) {
            // Another object's file was locked under the same key at the same moment.
            throw Problem.conflict("ledger.key-reused", key);
        }
    }

    private Sql sql() {
        return new Sql(source);
    }
}
