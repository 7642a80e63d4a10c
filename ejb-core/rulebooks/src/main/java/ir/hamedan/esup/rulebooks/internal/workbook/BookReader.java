package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Chapter;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Precedence;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.workbooks.Faults;
import ir.hamedan.esup.workbooks.Line;
import ir.hamedan.esup.workbooks.WorkbookFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Makes the parts of a book of the lines of its sheets; those that define what others name come first. */
final class BookReader {
    private static final int FEWEST_SIGNERS = 2;

    private final WorkbookFile file;
    private final Faults faults;
    private final Known known;
    private final Optional<BiPredicate<String, String>> published;

    /** @param published whether a book of that code and version ever was; empty where nobody knows */
    BookReader(WorkbookFile file, Faults faults, Known known, Optional<BiPredicate<String, String>> published) {
        this.file = file;
        this.faults = faults;
        this.known = known;
        this.published = published;
    }

    /** One value of each line with which nothing is wrong. */
    private <T> List<T> each(Sheet sheet, Function<Line, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        for (Line line : file.lines(sheet)) {
            reader.apply(line).ifPresent(all::add);
        }
        return all;
    }

    Optional<BookData> data() {
        List<Line> lines = file.lines(Sheet.BOOK);
        if (lines.size() != 1) {
            if (file.has(Sheet.BOOK)) {
                faults.add(file.name(Sheet.BOOK), 0, -1, "", "one-line-needed", lines.size());
            }
            return Optional.empty();
        }
        Line line = lines.get(0);
        BookData data = new BookData(
                line.requiredCode("code"),
                line.requiredCode("version"),
                line.required("title"),
                line.required("authority"),
                line.required("approval"),
                line.date("effectiveFrom"),
                line.code("supersedes"),
                line.flag("demonstration"));
        if (!line.isWrong()) {
            published.ifPresent(known -> editions(line, data, known));
        }
        return line.isWrong() ? Optional.empty() : Optional.of(data);
    }

    private static void editions(Line line, BookData data, BiPredicate<String, String> published) {
        if (published.test(data.code(), data.version())) {
            line.fault("version", "rulebooks.fault.edition-taken", data.code(), data.version());
        }
        if (!data.supersedes().isEmpty() && !published.test(data.code(), data.supersedes())) {
            line.fault("supersedes", "rulebooks.fault.supersedes-unknown", data.code(), data.supersedes());
        }
    }

    List<Chapter> chapters() {
        return each(Sheet.CHAPTERS, line -> {
            Chapter chapter = new Chapter(line.requiredCode("number"), line.required("title"));
            known.chapter(line, chapter.number());
            return made(line, chapter);
        });
    }

    List<Clause> clauses() {
        return each(Sheet.CLAUSES, line -> {
            Clause clause = new Clause(
                    line.requiredCode("number"),
                    line.required("title"),
                    line.requiredCode("chapter"),
                    line.required("text"));
            known.clause(line, clause.number());
            known.needChapter(line, "chapter", clause.chapter());
            return made(line, clause);
        });
    }

    List<Zone> zones() {
        return each(Sheet.ZONES, line -> {
            Zone zone = new Zone(line.requiredCode("code"), line.required("title"));
            known.zone(line, zone.code());
            return made(line, zone);
        });
    }

    List<Use> uses() {
        return each(Sheet.USES, line -> {
            Use use = new Use(
                    line.requiredCode("code"),
                    line.required("title"),
                    line.integer("shopStoreys", Measure.STOREYS),
                    line.flag("builds"));
            known.use(line, use.code());
            return made(line, use);
        });
    }

    List<Row> rows() {
        return each(Sheet.ROWS, line -> {
            String id = line.requiredCode("id");
            known.row(line, id);
            String zone = line.requiredCode("zone");
            known.needZones(line, "zone", List.of(zone));
            List<String> uses = line.requiredCodes("uses");
            known.needUses(line, "uses", uses);
            Band plot = line.band("plotFrom", "plotUntil", Measure.AREA, Band.OPEN, Band::new);
            Band street = line.band("streetFrom", "streetUntil", Measure.WIDTH, Band.OPEN, Band::new);
            Limits limits = limits(line, Function.identity());
            List<String> clauses = line.requiredCodes("clauses");
            known.needClauses(line, "clauses", clauses);
            return line.isWrong()
                    ? Optional.empty()
                    : Optional.of(new Row(id, zone, uses, plot, street, limits, clauses, Optional.empty()));
        });
    }

    /** The limits of a row or of a decision, whose columns bear other keys. */
    static Limits limits(Line line, Function<String, String> column) {
        Parking parking = parking(line, column.apply("parkingKind"), column.apply("parkingAmount"));
        return new Limits(
                line.integer(column.apply("density"), Measure.DENSITY),
                line.integer(column.apply("coverage"), Measure.SHARE),
                line.integer(column.apply("storeys"), Measure.STOREYS),
                line.flag(column.apply("pilotis")),
                line.integer(column.apply("height"), Measure.HEIGHT),
                Math.toIntExact(line.number(column.apply("openPerUnit"), Measure.OPEN_SPACE, 0)),
                parking,
                line.integer(column.apply("frontSetback"), Measure.HEIGHT));
    }

    private static Parking parking(Line line, String kindColumn, String amount) {
        Parking.Kind kind = line.constant(kindColumn, Parking.Kind.class);
        if (!line.hasColumn(kindColumn)) {
            // Without the kind nobody knows what the amount counts.
            return Parking.NONE;
        }
        Measure measure = parkingMeasure(kind);
        long number = kind == Parking.Kind.NONE ? line.number(amount, measure, 0) : line.number(amount, measure);
        boolean fits = kind == Parking.Kind.NONE ? number == 0 : number > 0;
        if (!fits && !line.isWrong()) {
            line.fault(
                    amount,
                    kind == Parking.Kind.NONE
                            ? "rulebooks.fault.parking-of-none"
                            : "rulebooks.fault.parking-without-amount");
        }
        return fits ? new Parking(kind, number) : Parking.NONE;
    }

    static Measure parkingMeasure(Parking.Kind kind) {
        return switch (kind) {
            case NONE, PER_ROOMS -> Measure.COUNT;
            case PER_UNIT, PER_UNIT_AND_SHOP -> Measure.SPACES;
            case PER_AREA -> Measure.AREA;
        };
    }

    List<Chamfer> chamfers() {
        Set<String> ids = new HashSet<>();
        ChamferTable table = new ChamferTable();
        List<Chamfer> all = each(Sheet.CHAMFERS, line -> {
            Chamfer chamfer = new Chamfer(
                    line.requiredCode("id"),
                    line.band("widthFrom", "widthUntil", Measure.WIDTH, Band.OPEN, Band::new),
                    line.band("angleFrom", "angleUntil", Measure.DEGREES, Band.OPEN, Band::new),
                    line.integer("length", Measure.HEIGHT));
            Known.once(line, "id", chamfer.id(), ids);
            Optional<Chamfer> made = made(line, chamfer);
            made.ifPresent(sound -> table.add(line, sound));
            return made;
        });
        if (!file.lines(Sheet.CHAMFERS).stream().allMatch(line -> line.hasColumns(Sheet.CHAMFERS.columns()))) {
            return all;
        }
        table.overlaps();
        if (all.size() == file.lines(Sheet.CHAMFERS).size()) {
            table.holes();
        }
        return all;
    }

    List<Precedence> precedences() {
        return each(Sheet.PRECEDENCES, line -> {
            Precedence precedence = new Precedence(
                    line.requiredCode("winner"),
                    line.requiredCode("loser"),
                    line.required("reason"),
                    signers(line),
                    line.date("signedOn"));
            known.needRow(line, "winner", precedence.winner());
            known.needRow(line, "loser", precedence.loser());
            if (precedence.winner().equals(precedence.loser())) {
                line.fault("loser", "rulebooks.fault.row-before-itself", precedence.loser());
            }
            return made(line, precedence);
        });
    }

    List<Referral> referrals() {
        Set<String> ids = new HashSet<>();
        return each(Sheet.REFERRALS, line -> {
            String id = line.requiredCode("id");
            Known.once(line, "id", id, ids);
            String zone = line.code("zone");
            known.needZones(line, "zone", List.of(zone));
            String use = line.code("use");
            known.needUses(line, "use", List.of(use));
            Band plot = line.band("plotFrom", "plotUntil", Measure.AREA, Band.OPEN, Band::new);
            Band street = line.band("streetFrom", "streetUntil", Measure.WIDTH, Band.OPEN, Band::new);
            String reason = line.required("reason");
            List<String> signers = signers(line);
            LocalDate signedOn = line.date("signedOn");
            return made(line, new Referral(id, zone, use, plot, street, reason, signers, signedOn));
        });
    }

    /** What a book settles by itself two people answer for, as they do for what is settled later. */
    private static List<String> signers(Line line) {
        List<String> names = line.names("signers");
        if (Set.copyOf(names).size() < FEWEST_SIGNERS && !line.text("signers").isEmpty()) {
            line.fault("signers", "rulebooks.fault.two-signers-needed");
        }
        return names;
    }

    private static <T> Optional<T> made(Line line, T value) {
        return line.isWrong() ? Optional.empty() : Optional.of(value);
    }
}
