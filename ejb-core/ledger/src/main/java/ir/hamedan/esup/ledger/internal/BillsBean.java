package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Bills;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bills: issued in two round trips, in the transaction of the caller. */
@Stateless
public class BillsBean implements Bills {
    private static final int MOST_LINES = DemandsBean.MOST_OPEN;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Event<Audited> audit;

    /** The three digits the central bank gave the city for its bills. */
    @Inject
    @ConfigProperty(name = "esup.ledger.bill.company")
    int company;

    /** The service code: 6 for municipality levies, 7 where the city was told so. */
    @Inject
    @ConfigProperty(name = "esup.ledger.bill.service")
    int service;

    private record Prepared(int file, boolean stand, List<Long> openBills, Optional<List<String>> periods) {}

    @Override
    @RolesAllowed({
        Roles.NOTARY,
        Roles.DEPUTY,
        Roles.DEED_CLERK,
        Roles.OFFICER,
        Roles.REVENUE_OFFICER,
        Roles.SUPERVISOR,
        Roles.SYSTEM
    })
    public List<Bill> issue(String reference, RenewalCode code, List<Bill.Line> lines, LocalDate payBy) {
        LocalDate today = today();
        List<BillPacking> packed = packed(lines, payBy, today);
        int year = PersianDate.of(today).year();
        Prepared prepared = prepare(reference, code, lines, packed, year);
        if (!prepared.openBills().isEmpty()) {
            List<Bill> open = new BillReader(sql(), today).where("b.number = any (?)", prepared.openBills());
            if (sums(open.stream().flatMap(bill -> bill.lines().stream())).equals(sums(lines.stream()))) {
                return open;
            }
        }
        if (!prepared.stand()) {
            throw Problem.conflict("ledger.claims-changed", code);
        }
        List<String> periods = prepared.periods().orElseThrow(() -> Problem.conflict("ledger.ids-exhausted", code));
        List<Bill> bills = bills(reference, code, payBy, packed, prepared.file(), year % 10, periods);
        return store(bills, prepared.file());
    }

    private static List<BillPacking> packed(List<Bill.Line> lines, LocalDate payBy, LocalDate today) {
        if (payBy.isBefore(today)) {
            throw Problem.invalid("ledger.deadline-passed", payBy);
        }
        if (lines.size() > MOST_LINES) {
            throw Problem.tooLarge("ledger.too-many-lines", lines.size());
        }
        List<BillPacking> packed = BillPacking.pack(lines);
        if (packed.isEmpty()) {
            throw Problem.invalid("ledger.bill-empty");
        }
        return packed;
    }

    private Prepared prepare(
            String reference, RenewalCode code, List<Bill.Line> lines, List<BillPacking> packed, int year) {
        return sql().one(
                        """
                        select file, stand, open_bills, periods, periods is null as exhausted
                        from ledger.prepare_bills(?, ?, ?, ?, ?, ?, ?)
                        """,
                        row -> new Prepared(
                                row.integer("file"),
                                row.bool("stand"),
                                row.texts("open_bills").stream()
                                        .map(Long::valueOf)
                                        .toList(),
                                row.bool("exhausted") ? Optional.empty() : Optional.of(row.texts("periods"))),
                        code,
                        reference,
                        today(),
                        lines.stream().map(Bill.Line::demand).toList(),
                        lines.stream().map(line -> line.principal().amount()).toList(),
                        packed.stream()
                                .map(bill -> bill.amount().amount() / PaymentId.UNIT)
                                .toList(),
                        year % 10);
    }

    private List<Bill> bills(
            String reference,
            RenewalCode code,
            LocalDate payBy,
            List<BillPacking> packed,
            int file,
            int yearDigit,
            List<String> periods) {
        BillId billId = BillId.of(file, company, service);
        List<Bill> bills = new ArrayList<>();
        for (int i = 0; i < packed.size(); i++) {
            BillPacking bill = packed.get(i);
            PaymentId paymentId = PaymentId.of(billId, bill.amount(), yearDigit, Integer.parseInt(periods.get(i)));
            bills.add(new Bill(
                    0,
                    billId,
                    paymentId,
                    code,
                    reference,
                    bill.lines(),
                    bill.amount(),
                    payBy,
                    Bill.State.OPEN,
                    Optional.empty()));
        }
        return bills;
    }

    private List<Bill> store(List<Bill> bills, int file) {
        List<Long> billOfLine = new ArrayList<>();
        List<Bill.Line> lines = new ArrayList<>();
        for (int i = 0; i < bills.size(); i++) {
            for (Bill.Line line : bills.get(i).lines()) {
                billOfLine.add(i + 1L);
                lines.add(line);
            }
        }
        Bill first = bills.get(0);
        List<String> numbers = sql().one(
                        "select ledger.issue_bills(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as numbers",
                        row -> row.texts("numbers"),
                        file,
                        first.reference(),
                        first.payBy(),
                        clock.instant(),
                        column(bills, bill -> bill.billId().text()),
                        column(bills, bill -> bill.paymentId().text()),
                        column(bills, bill -> bill.amount().amount()),
                        billOfLine,
                        column(lines, Bill.Line::demand),
                        column(lines, Bill.Line::levy),
                        column(lines, line -> (long) line.year()),
                        column(lines, line -> line.principal().amount()),
                        column(lines, line -> line.penalty().amount()),
                        column(lines, line -> line.reward().amount()),
                        column(lines, Bill.Line::rule));
        List<Bill> stored = new ArrayList<>();
        for (int i = 0; i < bills.size(); i++) {
            Bill bill = bills.get(i);
            stored.add(new Bill(
                    Long.parseLong(numbers.get(i)),
                    bill.billId(),
                    bill.paymentId(),
                    bill.code(),
                    bill.reference(),
                    bill.lines(),
                    bill.amount(),
                    bill.payBy(),
                    bill.state(),
                    bill.paidAt()));
        }
        stored.forEach(this::reportIssued);
        return stored;
    }

    private static <F, T> List<T> column(List<F> rows, Function<F, T> value) {
        return rows.stream().map(value).toList();
    }

    private void reportIssued(Bill bill) {
        audit.fire(Audited.of(
                "ledger.bill-issued",
                bill.code().text(),
                Map.of(
                        "bill", Long.toString(bill.number()),
                        "reference", bill.reference(),
                        "amount", bill.amount().toString(),
                        "payBy", bill.payBy().toString())));
    }

    /** Principal, penalty and reward of each claim, however the lines cut it. */
    private static Map<Long, List<Rial>> sums(Stream<Bill.Line> lines) {
        Map<Long, List<Rial>> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(
                line.demand(),
                List.of(line.principal(), line.penalty(), line.reward()),
                (a, b) -> List.of(
                        a.get(0).plus(b.get(0)),
                        a.get(1).plus(b.get(1)),
                        a.get(2).plus(b.get(2)))));
        return sums;
    }

    @Override
    @PermitAll
    public Bill find(BillId bill, PaymentId payment) {
        return new BillReader(sql(), today())
                .where("b.bill_id = ? and b.payment_id = ?", bill, payment).stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("ledger.unknown-bill", bill, payment));
    }

    @Override
    @RolesAllowed({
        Roles.NOTARY,
        Roles.DEPUTY,
        Roles.DEED_CLERK,
        Roles.OFFICER,
        Roles.REVENUE_OFFICER,
        Roles.SUPERVISOR,
        Roles.AUDITOR,
        Roles.SYSTEM
    })
    public List<Bill> byReference(String reference) {
        return new BillReader(sql(), today())
                .where(
                        "b.number in (select r.number from ledger.bill r where r.reference = ? order by r.number desc limit ?)",
                        reference,
                        Page.LARGEST);
    }

    @Override
    @RolesAllowed({Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR})
    public Page<Bill> search(String text, Page.Request page) {
        String clean = PersianText.asciiDigits(PersianText.clean(text));
        String matching = """
                select b.number from ledger.bill b join ledger.file f on f.number = b.file
                where f.code = ? or b.bill_id = ? or b.reference = ?
                """;
        Object[] terms = {
            RenewalCode.ifOne(clean).map(RenewalCode::text).orElse(clean),
            clean.replaceFirst("^0+(?=\\d{6})", ""),
            clean
        };
        long total = sql().one("select count(*) from (" + matching + ") as m", row -> row.number("count"), terms);
        List<Bill> rows = new BillReader(sql(), today())
                .where(
                        "b.number in (" + matching + " order by 1 desc limit ? offset ?)",
                        Stream.concat(Stream.of(terms), Stream.of(page.size(), page.offset()))
                                .toArray());
        return new Page<>(rows, total, page);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }

    private Sql sql() {
        return new Sql(source);
    }
}
