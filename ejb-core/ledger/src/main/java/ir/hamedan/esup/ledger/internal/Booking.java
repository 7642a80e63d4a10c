package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The transfers of one posting, decided from the bill and the claims as they stand, and their one way into the books. */
final class Booking {
    /**
     * A line of the bill beside the claim it asks for.
     *
     * @param open what of the claim is not yet settled
     */
    record Line(long demand, String levy, long file, Rial principal, Rial penalty, Rial reward, Rial open) {
        Rial amount() {
            return principal.plus(penalty).minus(reward);
        }

        Line withOpen(Rial less) {
            return new Line(demand, levy, file, principal, penalty, reward, less);
        }
    }

    private final List<String> debits = new ArrayList<>();
    private final List<String> credits = new ArrayList<>();
    private final List<Long> files = new ArrayList<>();
    private final List<Long> amounts = new ArrayList<>();

    private Booking() {}

    /** The claims still stand open by at least what the lines ask. */
    static boolean stand(List<Line> lines) {
        return lines.stream()
                .allMatch(line -> lines.stream()
                                .filter(other -> other.demand() == line.demand())
                                .mapToLong(other -> other.principal().amount())
                                .sum()
                        <= line.open().amount());
    }

    /** The lines are settled; what was paid above them is credited to the object of the bill. */
    static Booking settling(List<Line> lines, Rial paid, long billFile) {
        Booking booking = new Booking();
        Rial sum = Rial.ZERO;
        for (Line line : lines) {
            booking.settle(line, "PROVIDER");
            sum = sum.plus(line.amount());
        }
        booking.add("PROVIDER", "ON_ACCOUNT", billFile, paid.minus(sum));
        return booking;
    }

    /** The lines are settled from what stands to the credit of an object, be they its own or of what stands on it. */
    static Booking fromCredit(List<Line> lines, long creditFile) {
        Booking booking = new Booking();
        for (Line line : lines) {
            boolean own = line.file() == creditFile;
            if (!own) {
                booking.add("ON_ACCOUNT", "TRANSIT", creditFile, line.amount());
            }
            booking.settle(line, own ? "ON_ACCOUNT" : "TRANSIT");
        }
        return booking;
    }

    /** Credit of an object is given back from the bank. */
    static Booking refund(Rial amount, long creditFile) {
        Booking booking = new Booking();
        booking.add("ON_ACCOUNT", "BANK", creditFile, amount);
        return booking;
    }

    private void settle(Line line, String source) {
        String receivable = "RECEIVABLE." + line.levy();
        add(receivable, "PENALTY", line.file(), line.penalty());
        add("REWARD", receivable, line.file(), line.reward());
        add(source, receivable, line.file(), line.amount());
    }

    /** All of the money is credited to the object of the bill. */
    static Booking onAccount(Rial paid, long billFile) {
        Booking booking = new Booking();
        booking.add("PROVIDER", "ON_ACCOUNT", billFile, paid);
        return booking;
    }

    /** A claim is put right: income grows or shrinks with it. */
    static Booking correction(String levy, Rial difference, long file) {
        String receivable = "RECEIVABLE." + levy;
        String income = "INCOME." + levy;
        Booking booking = new Booking();
        if (difference.isPositive()) {
            booking.add(receivable, income, file, difference);
        } else {
            booking.add(income, receivable, file, Rial.of(-difference.amount()));
        }
        return booking;
    }

    private void add(String debit, String credit, long file, Rial amount) {
        if (amount.isZero()) {
            return;
        }
        debits.add(debit);
        credits.add(credit);
        files.add(file);
        amounts.add(amount.amount());
    }

    /**
     * Posts the transfers in one round trip, on the day of the instant in Tehran.
     *
     * @return the number of the posting; empty when the key has one already
     */
    Optional<Long> post(Sql sql, String key, String kind, String reference, Instant now) {
        return sql.one(
                "select ledger.post(?, ?, ?, ?, ?, ?, ?, ?, ?) as posting",
                row -> row.isNull("posting") ? Optional.<Long>empty() : Optional.of(row.number("posting")),
                key,
                kind,
                reference,
                LocalDate.ofInstant(now, PersianDate.TEHRAN),
                now,
                debits,
                credits,
                files,
                amounts);
    }
}
