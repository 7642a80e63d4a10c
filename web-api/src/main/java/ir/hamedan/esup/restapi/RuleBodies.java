package ir.hamedan.esup.restapi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the answer of the rules is described; its bytes are made where the answer is, for they are hashed. */
final class RuleBodies {
    private RuleBodies() {}

    @Schema(name = "Rules")
    public record Rules(
            @Schema(description = "Renewal code; absent for a point outside every parcel")
            String parcel,

            LocalDate on,
            Instant known,

            @Schema(description = "Of the engine: another reading of the same book would be another")
            int engine,

            Book book,

            @Schema(description = "Not of the parcel as it is: no statement is ever issued of it")
            boolean whatIf,

            Given given,
            @Schema(example = "RULED") String verdict,

            @Schema(description = "Metres; absent when it is not known")
            BigDecimal streetWidth,

            List<Zone> zones,
            List<Concern> concerns,

            @Schema(description = "Layers that were looked at and have nothing here")
            List<String> doesNotConcern,

            @Schema(description = "What is not known; never the same as does not concern")
            List<Unknown> noData,

            List<Use> uses,
            List<Version> layers,

            @Schema(description = "SHA-256 of the document without it, as RFC 8785 writes it")
            String hash) {}

    @Schema(name = "RuleBook")
    public record Book(
            String code,
            String title,
            String version,
            String authority,
            String approval,
            LocalDate effectiveFrom,
            @Schema(description = "No law, but an example") boolean demonstration) {}

    /** What was supposed, and what planners laid down; by point always one plot, and nothing ceded. */
    @Schema(name = "RuleGiven")
    public record Given(
            @Schema(description = "Plots put together, 1 for the parcel by itself", example = "1")
            int merged,

            @Schema(description = "Codes of the neighbours among them, in their order")
            List<String> with,

            @Schema(description = "Given up for the street of one's own will, square metres")
            BigDecimal ceded,

            @Schema(description = "Of a hotel; absent when nothing is said of any")
            Integer rooms,

            @Schema(description = "The only uses that were looked at; none for all that are permitted")
            List<String> uses,

            @Schema(description = "Of the street, metres over the sea; absent when it was not laid down")
            BigDecimal groundLevel,

            @Schema(description = "Of the Article 5 commission; absent when there is none for the parcel by itself")
            Decision decision) {}

    @Schema(name = "RuleDecision")
    public record Decision(
            String number,
            LocalDate date,

            @Schema(description = "Of the map that belongs to it")
            String map) {}

    @Schema(name = "RuleZone")
    public record Zone(
            String code,
            String name,
            @Schema(description = "Square metres") BigDecimal area,
            @Schema(description = "Percent of the parcel") BigDecimal share) {}

    @Schema(name = "RuleConcern")
    public record Concern(
            @Schema(example = "HERITAGE") String layer,
            String feature,
            String name,
            String grade,

            @Schema(description = "Of the parcel, square metres")
            BigDecimal area,

            @Schema(description = "Percent of the parcel") BigDecimal share,
            @Schema(description = "Metres") BigDecimal distance,
            List<String> rules,
            List<String> needs,
            List<Clause> clauses) {}

    @Schema(name = "RuleUnknown")
    public record Unknown(String layer, String missing, boolean couldLower, List<Clause> clauses) {}

    @Schema(name = "RuleUse")
    public record Use(
            String use,
            String title,
            String verdict,
            List<String> rows,
            List<Figure> numbers,
            List<WhyNot> whyNot,
            List<String> needs,

            @Schema(description = "Zones that do not permit the use, with what they permit and by which clauses")
            List<NotPermitted> notPermitted) {}

    @Schema(name = "RuleNotPermitted")
    public record NotPermitted(String zone, List<Permitted> permitted, List<Clause> clauses) {}

    @Schema(name = "RulePermitted")
    public record Permitted(String use, String title) {}

    @Schema(name = "RuleNumber")
    public record Figure(
            @Schema(example = "density") String name,
            @Schema(nullable = true) BigDecimal value,
            @Schema(example = "PERCENT") String unit,
            Basis basis,
            List<Clause> clauses,
            List<Lost> lost) {}

    @Schema(name = "RuleBasis")
    public record Basis(@Schema(example = "RULE") String kind, BigDecimal amount) {}

    @Schema(name = "RuleClause")
    public record Clause(String number, String title) {}

    @Schema(name = "RuleLost")
    public record Lost(BigDecimal value, String because, String by, List<Clause> clauses) {}

    @Schema(name = "RuleWhyNot")
    public record WhyNot(
            String row,
            String condition,
            @Schema(description = "Square metres or metres") BigDecimal shortBy) {}

    @Schema(name = "RuleLayer")
    public record Version(String layer, int number, LocalDate validFrom, String hash) {}
}
