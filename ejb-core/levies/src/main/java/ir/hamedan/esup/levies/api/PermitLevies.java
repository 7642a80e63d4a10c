package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.SearchWords.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the levies of a building permit would be, by the levy book (دفترچهٔ عوارض) of the day. An estimate for everybody:
 * it knows no owner and no debt, of discounts only those that are named in the question, and nothing is demanded by it. Source: domain guide 3.3 and 3.4.
 */
public interface PermitLevies {
    /**
     * The levies of a building under the book and the price of the day. Without a book, a price or a factor there is no
     * data, which is told for each line and is never an amount of nothing.
     */
    Estimate of(PermitQuestion question);

    /** All books that were ever published, the latest year first. */
    Page<Listed> books(LocalDate on, Page.Request page);

    /** A published book with its articles and lines, also one that was withdrawn; {@code levies.unknown-book}. */
    Cited cited(int year, int version);

    /** What a find stands in. */
    enum Part {
        LINE,
        ARTICLE
    }

    /**
     * A line or an article in which something was found.
     *
     * @param number of the article, or code of the line
     * @param text of the article, or what law the line rests on and whom it concerns
     * @param inTitle and inText the words that were found, in their order and without overlap; at most fifty each
     */
    record Hit(Part part, String number, String title, String text, List<Mark> inTitle, List<Mark> inText) {
        public Hit {
            inTitle = List.copyOf(inTitle);
            inText = List.copyOf(inText);
        }
    }

    /**
     * Lines and articles of a published book with all the words, or words that begin with them, the best match first.
     * Letters, digits and half-spaces are the same however they are typed. {@code levies.unknown-book}, {@code
     * levies.search-empty}, {@code levies.search-too-long}.
     */
    Page<Hit> search(int year, int version, String text, Page.Request page);

    /**
     * The answer. Every line of the book stands in it once: counted, or left out with the reason. Levies and terms are told
     * apart: a discount lowers what is to be paid, one for paying at once only for who does.
     *
     * @param book in force on the day; empty when there is none
     * @param price in force on the day; empty when there is none, or no book to use it
     * @param discounts that were claimed
     * @param atOnce what is taken off for paying at once
     */
    record Estimate(
            PermitQuestion question,
            Optional<Book> book,
            Optional<Price> price,
            List<Counted> lines,
            List<Counted> discounts,
            Optional<Counted> atOnce,
            Optional<Plan> instalments,
            List<LeftOut> leftOut) {
        public Estimate {
            lines = List.copyOf(lines);
            discounts = List.copyOf(discounts);
            leftOut = List.copyOf(leftOut);
        }

        /** Rials; the sum of the lines, or empty when none was counted because something is not known. */
        public OptionalLong total() {
            if (lines.isEmpty() && !isComplete()) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(lines.stream().mapToLong(Counted::amount).reduce(0, Math::addExact));
        }

        /** Rials; the total less the discounts that were claimed. */
        public OptionalLong payable() {
            return less(discounts);
        }

        /** Rials; what is paid by who pays at once. */
        public OptionalLong payableAtOnce() {
            return less(Stream.concat(discounts.stream(), atOnce.stream()).toList());
        }

        private OptionalLong less(List<Counted> off) {
            OptionalLong total = total();
            return total.isEmpty()
                    ? total
                    : OptionalLong.of(total.getAsLong()
                            - off.stream().mapToLong(Counted::amount).sum());
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
     * A book in the list of all.
     *
     * @param inForce it is the one that levies of the day are counted by
     * @param withdrawnAt since when the city knows that the book does not hold
     */
    record Listed(Book book, boolean inForce, Optional<Instant> withdrawnAt) {}

    /**
     * What a number can be looked up in.
     *
     * @param withdrawnAt since when the city knows that the book does not hold
     */
    record Cited(Book book, Optional<Instant> withdrawnAt, List<LevyArticle> articles, List<LevyBook.Line> lines) {
        public Cited {
            articles = List.copyOf(articles);
            lines = List.copyOf(lines);
        }
    }

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
     * @param price rials a square metre; of a share the sum of which it is one
     * @param amount rials
     * @param legalBasis article or decision behind the line
     * @param articles of the book, by their numbers
     * @param frontage the sizes of shops, for the formula that measures by them
     */
    record Counted(
            String code,
            String title,
            LevyFormula formula,
            long area,
            int spaces,
            long areaEach,
            int perMille,
            long price,
            long amount,
            String legalBasis,
            List<String> articles,
            Optional<Frontage> frontage) {
        public Counted {
            articles = List.copyOf(articles);
        }

        /** The formula in numbers, with its result. */
        public String words(Messages messages) {
            Object[] numbers = {
                squareMetres(area),
                spaces,
                squareMetres(areaEach),
                perMille,
                Rial.of(price),
                Rial.of(amount),
                frontage.map(Frontage::units).orElse(0),
                metres(frontage.map(Frontage::span).orElse(0)),
                metres(frontage.map(Frontage::standardSpan).orElse(0)),
                metres(frontage.map(Frontage::height).orElse(0)),
                metres(frontage.map(Frontage::standardHeight).orElse(0))
            };
            return formula == LevyFormula.FLOOR && spaces > 0
                    ? messages.text("levies.formula-less-parking", numbers)
                    : messages.text("levies.formula." + formula, numbers);
        }
    }

    /** Sizes of trade units in centimetres, as they were counted: within the bounds of their ratios. */
    record Frontage(int units, int span, int standardSpan, int height, int standardHeight) {}

    /**
     * Payment in instalments.
     *
     * @param perMille of what is to be paid that is paid down
     * @param down rials
     * @param parts how many follow
     * @param each rials
     * @param last rials: it bears what does not divide
     */
    record Plan(
            String code,
            String title,
            int perMille,
            long down,
            int parts,
            long each,
            long last,
            String legalBasis,
            List<String> articles) {
        public Plan {
            articles = List.copyOf(articles);
        }

        /** The plan as a sentence. */
        public String words(Messages messages) {
            return messages.text("levies.plan", perMille, Rial.of(down), parts, Rial.of(each), Rial.of(last));
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
        /** The building is larger than what levies are counted of. */
        TOO_LARGE,
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
        NOTHING,
        /** The line is not taken of buildings like this one: its factor is nothing. */
        EXEMPT,
        /** The line counts shops, and nothing is known of their sizes. */
        NO_TRADE,
        /** The line is a share of the others, and something of them is not known. */
        NO_SUM,
        /** Who is entitled to the discount has to claim it. */
        NOT_CLAIMED,
        /** The discounts before it come to the most the book grants. */
        CAPPED,
        /** A discount was claimed that the book does not know. */
        UNKNOWN_CLAIM;

        /** It is not known what the line would come to. */
        public boolean isUnknown() {
            return switch (this) {
                case NO_BOOK, TOO_LARGE, NO_PRICE, NO_FACTOR, NO_DECISION, NO_TRADE, NO_SUM -> true;
                case OFF, NOT_YET, NOTHING, EXEMPT, NOT_CLAIMED, CAPPED, UNKNOWN_CLAIM -> false;
            };
        }
    }

    private static BigDecimal metres(int centimetres) {
        return BigDecimal.valueOf(centimetres, 2);
    }

    private static BigDecimal squareMetres(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
