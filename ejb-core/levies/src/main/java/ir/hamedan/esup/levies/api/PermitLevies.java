package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Rial;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the levies of a building permit would be, by the levy book (دفترچهٔ عوارض) of the day. An estimate for everybody:
 * it knows no owner, no debt and no discount of a person, and nothing is claimed by it. Source: domain guide 3.3 and 3.4.
 */
public interface PermitLevies {
    /**
     * The levies of a building under the book and the price of the day. Without a book, a price or a factor there is no
     * data, which is told for each line and is never an amount of nothing.
     */
    Estimate of(PermitQuestion question);

    /**
     * The answer. Every line of the book stands in it once: counted, or left out with the reason.
     *
     * @param book in force on the day; empty when there is none
     * @param price in force on the day; empty when there is none, or no book to use it
     */
    record Estimate(
            PermitQuestion question,
            Optional<Book> book,
            Optional<Price> price,
            List<Counted> lines,
            List<LeftOut> leftOut) {
        public Estimate {
            lines = List.copyOf(lines);
            leftOut = List.copyOf(leftOut);
        }

        /** Rials; the sum of the lines, or empty when none was counted because something is not known. */
        public OptionalLong total() {
            if (lines.isEmpty() && !isComplete()) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(lines.stream().mapToLong(Counted::amount).reduce(0, Math::addExact));
        }

        /** Nothing was left out for want of data; otherwise the total is only a part. */
        public boolean isComplete() {
            return leftOut.stream().noneMatch(left -> left.reason().isUnknown());
        }
    }

    /**
     * A published levy book.
     *
     * @param approval of the council: number and day
     * @param demonstration the tariff is an example and not the law of the city
     */
    record Book(int year, int version, String title, String approval, LocalDate validFrom, boolean demonstration) {}

    /**
     * The price P of a square metre.
     *
     * @param region 0 for the whole city
     * @param key of the zone or value block; empty for the whole region
     * @param amount rials a square metre
     * @param basis of law
     */
    record Price(int region, String key, LocalDate validFrom, LocalDate validUntil, Rial amount, String basis) {}

    /**
     * A line with its amount: price x area x factor, multiplied first, divided last, rounded down to the rial once.
     *
     * @param area that was counted, hundredths of a square metre
     * @param spaces parking spaces that are missing, or for which area was taken off; else 0
     * @param areaEach of such a space, hundredths of a square metre; else 0
     * @param perMille factor
     * @param price rials a square metre
     * @param amount rials
     * @param legalBasis article or decision behind the line
     */
    record Counted(
            String code,
            String title,
            LevyBook.Formula formula,
            long area,
            int spaces,
            long areaEach,
            int perMille,
            long price,
            long amount,
            String legalBasis) {
        /** The formula in numbers, with its result. */
        public String words(Messages messages) {
            Object[] numbers = {
                squareMetres(area), spaces, squareMetres(areaEach), perMille, Rial.of(price), Rial.of(amount)
            };
            return formula == LevyBook.Formula.FLOOR && spaces > 0
                    ? messages.text("levies.formula-less-parking", numbers)
                    : messages.text("levies.formula." + formula, numbers);
        }
    }

    /**
     * What was not counted.
     *
     * @param code of the line; empty with the title when it concerns the whole book
     * @param detail the reason in the words of the book when the line is off; else empty
     * @param day of the question, or the first day of a line that is to come
     */
    record LeftOut(String code, String title, Reason reason, String detail, LocalDate day, PermitQuestion question) {
        /** Why, as a sentence. */
        public String words(Messages messages) {
            return messages.text(
                    "levies.reason." + reason,
                    day,
                    detail,
                    question.region(),
                    question.priceKey(),
                    squareMetres(question.size()),
                    question.storeys());
        }
    }

    /** Why a line was not counted. */
    enum Reason {
        /** No book is in force on the day. */
        NO_BOOK,
        /** There is no price for the place on the day. */
        NO_PRICE,
        /** The table of the line has no factor for this use, number of storeys and size. */
        NO_FACTOR,
        /** Area over the density is levied by a decision of the Article 5 commission alone, and none was named. */
        NO_DECISION,
        /** The city does not take this line: the detail says why. */
        OFF,
        /** The line begins later. */
        NOT_YET,
        /** The building has nothing of what this line counts. */
        NOTHING;

        /** It is not known what the line would come to. */
        public boolean isUnknown() {
            return switch (this) {
                case NO_BOOK, NO_PRICE, NO_FACTOR, NO_DECISION -> true;
                case OFF, NOT_YET, NOTHING -> false;
            };
        }
    }

    private static BigDecimal squareMetres(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
