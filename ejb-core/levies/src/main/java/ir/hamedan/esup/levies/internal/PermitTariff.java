package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.PermitLevies.Book;
import ir.hamedan.esup.levies.api.PermitLevies.Counted;
import ir.hamedan.esup.levies.api.PermitLevies.Estimate;
import ir.hamedan.esup.levies.api.PermitLevies.Frontage;
import ir.hamedan.esup.levies.api.PermitLevies.LeftOut;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.levies.api.PermitQuestion.Trade;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The formulas of the permit levies (domain guide 3.3): price x area x factor per mille, multiplied first, divided last,
 * rounded down once. The limits of {@link LevyBook}, {@link PermitQuestion} and the table of prices keep every sum in a
 * long.
 */
final class PermitTariff {
    /** Hundredths of a square metre times thousandths of a factor. */
    private static final long DIVISOR = 100_000;

    private final Book book;
    private final int mostDiscount;
    private final Map<String, LevyBook.Line> lines = new LinkedHashMap<>();

    /**
     * @param dated rows in the order of the book; of a code the latest that holds on the day counts, and before the first
     *     the first, which is to come
     * @param mostDiscount per mille of the levies
     */
    PermitTariff(Book book, List<LevyBook.Line> dated, int mostDiscount, PermitQuestion question) {
        this.book = book;
        this.mostDiscount = mostDiscount;
        for (LevyBook.Line line : dated) {
            lines.merge(line.code(), line, (one, other) -> inForce(one, other, question));
        }
    }

    /** The tariff of a book that need not be published. */
    static PermitTariff of(LevyBook book, PermitQuestion question) {
        Book head = new Book(
                book.year(), book.version(), book.title(), book.approval(), book.validFrom(), book.demonstration());
        return new PermitTariff(head, book.lines(), book.mostDiscount(), question);
    }

    private static LevyBook.Line inForce(LevyBook.Line one, LevyBook.Line other, PermitQuestion question) {
        LevyBook.Line later = one.validFrom().isAfter(other.validFrom()) ? one : other;
        LevyBook.Line earlier = later.equals(one) ? other : one;
        return later.validFrom().isAfter(question.day()) ? earlier : later;
    }

    static Estimate withoutBook(PermitQuestion question) {
        LeftOut all = new LeftOut("", "", Reason.NO_BOOK, "", question.day(), question);
        return new Estimate(
                question,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(all));
    }

    Estimate estimate(PermitQuestion question, Optional<Price> price) {
        List<Counted> counted = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (LevyBook.Line line : lines.values()) {
            if (line.formula() == LevyFormula.SUPERVISION || line.formula().isTerm()) {
                continue;
            }
            Optional<Reason> reason = reason(line, question, price);
            if (reason.isPresent()) {
                leftOut.add(leftOut(line, reason.get(), question));
            } else {
                counted.add(count(line, question, price.orElseThrow().amount().amount()));
            }
        }
        return new Shares(question, mostDiscount, counted, leftOut).estimate(book, price, lines.values());
    }

    private static Optional<Reason> reason(LevyBook.Line line, PermitQuestion question, Optional<Price> price) {
        Optional<Reason> idle = idle(line, question);
        if (idle.isPresent()) {
            return idle;
        }
        if (question.floorArea() > PermitQuestion.MOST_AREA) {
            return Optional.of(Reason.TOO_LARGE);
        }
        OptionalInt perMille = perMille(line, question);
        if (line.formula() == LevyFormula.FRONTAGE && question.trade().isEmpty()) {
            // The table says whether a use has shops at all.
            return Optional.of(perMille.isPresent() && perMille.getAsInt() > 0 ? Reason.NO_TRADE : Reason.NOTHING);
        }
        if (area(line, question) == 0) {
            return Optional.of(Reason.NOTHING);
        }
        if (line.formula() == LevyFormula.EXCESS && question.decision().isBlank()) {
            return Optional.of(Reason.NO_DECISION);
        }
        if (perMille.isPresent() && perMille.getAsInt() == 0) {
            return Optional.of(Reason.EXEMPT);
        }
        if (price.isEmpty()) {
            return Optional.of(Reason.NO_PRICE);
        }
        return perMille.isEmpty() ? Optional.of(Reason.NO_FACTOR) : Optional.empty();
    }

    /** Why a line does not hold on the day at all. */
    static Optional<Reason> idle(LevyBook.Line line, PermitQuestion question) {
        if (line.validFrom().isAfter(question.day())) {
            return Optional.of(Reason.NOT_YET);
        }
        return line.on() ? Optional.empty() : Optional.of(Reason.OFF);
    }

    static LeftOut leftOut(LevyBook.Line line, Reason reason, PermitQuestion question) {
        return new LeftOut(
                line.code(),
                line.title(),
                reason,
                reason == Reason.OFF ? line.offReason() : "",
                reason == Reason.NOT_YET ? line.validFrom() : question.day(),
                question);
    }

    private static Counted count(LevyBook.Line line, PermitQuestion question, long price) {
        long area = area(line, question);
        int perMille = perMille(line, question).orElseThrow();
        int spaces = line.areaEach() == 0 ? 0 : spaces(line.formula(), question);
        Optional<Frontage> frontage = line.formula() == LevyFormula.FRONTAGE
                ? question.trade().map(trade -> frontage(line.sizes(), trade))
                : Optional.empty();
        BigInteger amount = product(price, area, perMille);
        BigInteger divisor = BigInteger.valueOf(DIVISOR);
        if (frontage.isPresent()) {
            amount = amount.multiply(
                    product(frontage.get().span(), frontage.get().height()));
            divisor = divisor.multiply(
                    product(frontage.get().standardSpan(), frontage.get().standardHeight()));
        }
        return new Counted(
                line.code(),
                line.title(),
                line.formula(),
                frontage.isPresent() ? question.trade().orElseThrow().area() : area,
                spaces,
                spaces == 0 ? 0 : line.areaEach(),
                perMille,
                price,
                amount.divide(divisor).longValueExact(),
                line.legalBasis(),
                line.articles(),
                frontage);
    }

    private static BigInteger product(long... factors) {
        BigInteger product = BigInteger.ONE;
        for (long factor : factors) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    private static Frontage frontage(LevyBook.Sizes standard, Trade trade) {
        return new Frontage(
                trade.units(),
                clamped(trade.span(), standard.span()),
                standard.span(),
                clamped(trade.height(), standard.height()),
                standard.height());
    }

    private static int clamped(int measured, int standard) {
        return Math.min(Math.max(measured, standard), LevyFormula.MOST_RATIO * standard);
    }

    private static int spaces(LevyFormula formula, PermitQuestion question) {
        return switch (formula) {
            case FLOOR -> question.parkingProvided();
            case PARKING -> question.missingParking();
            case EXCESS, PROJECTION, SUBDIVISION, FRONTAGE, SUPERVISION, DISCOUNT, AT_ONCE, INSTALMENTS -> 0;
        };
    }

    /** What a line counts, in hundredths of a square metre. */
    private static long area(LevyBook.Line line, PermitQuestion question) {
        long ofSpaces = Math.multiplyExact((long) spaces(line.formula(), question), (long) line.areaEach());
        return switch (line.formula()) {
            case FLOOR -> Math.max(0, question.floorArea() - ofSpaces);
            case EXCESS -> question.excessArea();
            case PROJECTION -> question.projectionArea();
            case PARKING -> ofSpaces;
            case SUBDIVISION -> question.subdivided() ? question.size() : 0;
            case FRONTAGE -> question.trade().map(Trade::wholeArea).orElse(0L);
            case SUPERVISION, DISCOUNT, AT_ONCE, INSTALMENTS -> 0;
        };
    }

    /** The factor of the narrowest name of the use that has a row for this building. */
    static OptionalInt perMille(LevyBook.Line line, PermitQuestion question) {
        return Stream.of(question.use(), question.dwelling() ? Factor.DWELLING : Factor.OTHER, Factor.ANY)
                .flatMap(use ->
                        line.factors().stream().filter(factor -> factor.use().equals(use)))
                .filter(factor -> factor.fits(question.storeys(), question.size()))
                .mapToInt(Factor::perMille)
                .findFirst();
    }
}
