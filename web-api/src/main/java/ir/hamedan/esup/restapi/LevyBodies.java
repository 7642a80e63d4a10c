package ir.hamedan.esup.restapi;

import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.rulebooks.api.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How estimates of permit levies are written. Objects are described at their own record: the server copies those that a field
 * describes.
 */
final class LevyBodies {
    private LevyBodies() {}

    @Schema(name = "PermitLevies")
    public record Levies(
            @Schema(description = "Renewal code") String parcel,
            LocalDate on,
            Instant known,

            @Schema(description = "Of the rules, as their answer has it", example = "RULED")
            String verdict,

            List<OfUse> uses) {}

    @Schema(name = "LeviesOfUse")
    public record OfUse(String use, String title, String verdict, Estimate estimate) {

        static OfUse of(Answer.UseAnswer use, Optional<PermitLevies.Estimate> estimate) {
            return new OfUse(
                    use.use(),
                    use.title(),
                    use.verdict().name(),
                    estimate.map(Estimate::of).orElse(null));
        }
    }

    @Schema(
            name = "LevyEstimate",
            description =
                    "For all that may be built; nobody owes it. Null where nothing may be built, or how much is not known: the"
                            + " verdict says which")
    public record Estimate(
            Book book,

            Price price,

            @Schema(description = "Square metres that may be built")
            BigDecimal floorArea,

            int storeys,

            @Schema(description = "Rials, before discounts; null when it cannot be said")
            Long total,

            @Schema(description = "Rials, for who pays at once; null when it cannot be said")
            Long payableAtOnce,

            @Schema(description = "Nothing was left out for want of data; else the total is a part")
            boolean complete,

            List<Line> lines,

            Line atOnce,

            Instalments instalments,

            List<LeftOut> leftOut) {
        static Estimate of(PermitLevies.Estimate estimate) {
            return new Estimate(
                    estimate.book().map(Book::of).orElse(null),
                    estimate.price().map(Price::of).orElse(null),
                    squareMetres(estimate.question().floorArea()),
                    estimate.question().storeys(),
                    orNull(estimate.total()),
                    orNull(estimate.payableAtOnce()),
                    estimate.isComplete(),
                    estimate.lines().stream().map(Line::of).toList(),
                    estimate.atOnce().map(Line::of).orElse(null),
                    estimate.instalments().map(Instalments::of).orElse(null),
                    estimate.leftOut().stream().map(LeftOut::of).toList());
        }
    }

    @Schema(name = "LevyBook", description = "Null when none is in force on the day")
    public record Book(
            @Schema(description = "Of the Persian calendar", example = "1405")
            int year,

            int version,
            String title,

            @Schema(description = "Of the council: number and day")
            String approval,

            LocalDate validFrom,

            @Schema(description = "The tariff is an example and not the law of the city")
            boolean demonstration) {
        static Book of(PermitLevies.Book book) {
            return new Book(
                    book.year(), book.version(), book.title(), book.approval(), book.validFrom(), book.demonstration());
        }
    }

    @Schema(
            name = "LevyPrice",
            description = "The regional price of a square metre; null when none is recorded for the place")
    public record Price(
            @Schema(description = "0 for the whole city") int region,

            @Schema(description = "Zone or value block; empty for the whole region")
            String key,

            @Schema(description = "Rials a square metre") long amount,
            LocalDate validFrom,
            LocalDate validUntil,
            String legalBasis) {
        static Price of(PermitLevies.Price price) {
            return new Price(
                    price.region(),
                    price.key(),
                    price.amount().amount(),
                    price.validFrom(),
                    price.validUntil(),
                    price.basis());
        }
    }

    @Schema(name = "LevyLine", description = "Null where the book offers nothing for paying at once")
    public record Line(
            String code,
            String title,
            @Schema(example = "FLOOR") String formula,

            @Schema(description = "Square metres that were counted")
            BigDecimal area,

            @Schema(description = "Rials a square metre; of a share the sum of which it is one")
            long price,

            @Schema(description = "Of the price, per mille") int factor,
            @Schema(description = "Rials") long amount,
            String legalBasis,

            @Schema(description = "Numbers of articles of the levy book")
            List<String> articles) {
        static Line of(PermitLevies.Counted line) {
            return new Line(
                    line.code(),
                    line.title(),
                    line.formula().name(),
                    squareMetres(line.area()),
                    line.price(),
                    line.perMille(),
                    line.amount(),
                    line.legalBasis(),
                    line.articles());
        }
    }

    @Schema(name = "LevyInstalments", description = "Null when the book offers none")
    public record Instalments(
            String code,
            String title,
            @Schema(description = "Rials") long down,
            @Schema(description = "How many follow") int parts,
            @Schema(description = "Rials") long each,

            @Schema(description = "Rials; it bears what does not divide")
            long last,

            String legalBasis,
            List<String> articles) {
        static Instalments of(PermitLevies.Plan plan) {
            return new Instalments(
                    plan.code(),
                    plan.title(),
                    plan.down(),
                    plan.parts(),
                    plan.each(),
                    plan.last(),
                    plan.legalBasis(),
                    plan.articles());
        }
    }

    @Schema(name = "LevyLeftOut")
    public record LeftOut(
            @Schema(description = "Of the line; empty when it concerns the whole book")
            String code,

            String title,
            @Schema(example = "NO_PRICE") String reason,

            @Schema(description = "What it would come to is not known; else it is not taken")
            boolean unknown,

            @Schema(description = "The reason in the words of the book; mostly empty")
            String detail) {
        static LeftOut of(PermitLevies.LeftOut left) {
            return new LeftOut(
                    left.code(),
                    left.title(),
                    left.reason().name(),
                    left.reason().isUnknown(),
                    left.detail());
        }
    }

    private static BigDecimal squareMetres(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
