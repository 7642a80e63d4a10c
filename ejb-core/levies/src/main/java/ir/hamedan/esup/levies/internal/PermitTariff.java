package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.PermitLevies.Book;
import ir.hamedan.esup.levies.api.PermitLevies.Counted;
import ir.hamedan.esup.levies.api.PermitLevies.Estimate;
import ir.hamedan.esup.levies.api.PermitLevies.LeftOut;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitQuestion;
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
    private final Map<String, LevyBook.Line> lines = new LinkedHashMap<>();

    /**
     * @param dated rows in the order of the book; of a code the latest that holds on the day counts, and before the first
     *     the first, which is to come
     */
    PermitTariff(Book book, List<LevyBook.Line> dated, PermitQuestion question) {
        this.book = book;
        for (LevyBook.Line line : dated) {
            lines.merge(line.code(), line, (one, other) -> inForce(one, other, question));
        }
    }

    private static LevyBook.Line inForce(LevyBook.Line one, LevyBook.Line other, PermitQuestion question) {
        LevyBook.Line later = one.validFrom().isAfter(other.validFrom()) ? one : other;
        LevyBook.Line earlier = later.equals(one) ? other : one;
        return later.validFrom().isAfter(question.day()) ? earlier : later;
    }

    static Estimate withoutBook(PermitQuestion question) {
        LeftOut all = new LeftOut("", "", Reason.NO_BOOK, "", question.day(), question);
        return new Estimate(question, Optional.empty(), Optional.empty(), List.of(), List.of(all));
    }

    Estimate estimate(PermitQuestion question, Optional<Price> price) {
        List<Counted> counted = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (LevyBook.Line line : lines.values()) {
            Optional<Reason> reason = reason(line, question, price);
            if (reason.isPresent()) {
                leftOut.add(leftOut(line, reason.get(), question));
            } else {
                counted.add(count(line, question, price.orElseThrow().amount()));
            }
        }
        return new Estimate(question, Optional.of(book), price, counted, leftOut);
    }

    private static Optional<Reason> reason(LevyBook.Line line, PermitQuestion question, Optional<Price> price) {
        if (line.validFrom().isAfter(question.day())) {
            return Optional.of(Reason.NOT_YET);
        }
        if (!line.on()) {
            return Optional.of(Reason.OFF);
        }
        if (area(line, question) == 0) {
            return Optional.of(Reason.NOTHING);
        }
        if (line.formula() == LevyBook.Formula.EXCESS && question.decision().isBlank()) {
            return Optional.of(Reason.NO_DECISION);
        }
        if (price.isEmpty()) {
            return Optional.of(Reason.NO_PRICE);
        }
        return perMille(line, question).isEmpty() ? Optional.of(Reason.NO_FACTOR) : Optional.empty();
    }

    private static LeftOut leftOut(LevyBook.Line line, Reason reason, PermitQuestion question) {
        return new LeftOut(
                line.code(),
                line.title(),
                reason,
                reason == Reason.OFF ? line.offReason() : "",
                reason == Reason.NOT_YET ? line.validFrom() : question.day(),
                question);
    }

    private static Counted count(LevyBook.Line line, PermitQuestion question, Rial price) {
        long area = area(line, question);
        int perMille = perMille(line, question).orElseThrow();
        int spaces = line.areaEach() == 0 ? 0 : spaces(line.formula(), question);
        return new Counted(
                line.code(),
                line.title(),
                line.formula(),
                area,
                spaces,
                spaces == 0 ? 0 : line.areaEach(),
                perMille,
                price.amount(),
                price.timesRoundedDown(Math.multiplyExact(area, (long) perMille), DIVISOR)
                        .amount(),
                line.legalBasis());
    }

    private static int spaces(LevyBook.Formula formula, PermitQuestion question) {
        return switch (formula) {
            case FLOOR -> question.parkingProvided();
            case PARKING -> question.missingParking();
            case EXCESS, PROJECTION, SUBDIVISION -> 0;
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
        };
    }

    /** The factor of the narrowest name of the use that has a row for this building. */
    private static OptionalInt perMille(LevyBook.Line line, PermitQuestion question) {
        return Stream.of(question.use(), question.dwelling() ? Factor.DWELLING : Factor.OTHER, Factor.ANY)
                .flatMap(use ->
                        line.factors().stream().filter(factor -> factor.use().equals(use)))
                .filter(factor -> factor.fits(question.storeys(), question.size()))
                .mapToInt(Factor::perMille)
                .findFirst();
    }
}
