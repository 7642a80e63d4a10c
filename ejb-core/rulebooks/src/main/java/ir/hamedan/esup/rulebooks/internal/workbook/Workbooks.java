package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.workbooks.Fault;
import ir.hamedan.esup.workbooks.Faults;
import ir.hamedan.esup.workbooks.WorkbookFile;
import ir.hamedan.esup.workbooks.WorkbookWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Rule books as workbooks (.xlsx) of planners: read with every fault, and written again. */
public final class Workbooks {
    /**
     * What a file came to.
     *
     * @param book only when nothing is wrong
     * @param faults all that are, but for a file that is wrong all over
     */
    public record Reading(Optional<RuleBook> book, List<Fault> faults) {}

    private Workbooks() {}

    /**
     * Reads a file. Nothing in it is computed or followed.
     *
     * @throws Problem when it is no workbook, or one that could do harm: {@code workbooks.file-too-large}, {@code
     *     workbooks.file-not-a-workbook}, {@code workbooks.file-bomb}, {@code workbooks.file-doctype}, {@code
     *     workbooks.file-macros}, {@code workbooks.file-links}
     */
    public static Reading read(byte[] file) {
        return read(file, Optional.empty());
    }

    /**
     * The same; a code and version that were published already are a fault as well, and so is one that was not and yet is to
     * be superseded.
     *
     * @param published whether a book of a code and version ever was
     */
    public static Reading read(byte[] file, BiPredicate<String, String> published) {
        return read(file, Optional.of(published));
    }

    private static Reading read(byte[] file, Optional<BiPredicate<String, String>> published) {
        Faults faults = new Faults();
        WorkbookFile workbook = new WorkbookFile(List.of(Sheet.values()), faults);
        workbook.read(file);
        Known known = new Known();
        BookReader reader = new BookReader(workbook, faults, known, published);
        var data = reader.data();
        var chapters = reader.chapters();
        var clauses = reader.clauses();
        var zones = reader.zones();
        var uses = reader.uses();
        var rows = reader.rows();
        var overlays = new OverlayReader(known).all(workbook.lines(Sheet.OVERLAYS));
        var chamfers = reader.chamfers();
        var parameters = new ParameterReader(workbook, faults, known).read();
        var precedences = reader.precedences();
        var referrals = reader.referrals();
        var goldens = new GoldenReader(workbook, known).all();
        if (faults.count() > 0 || data.isEmpty() || parameters.isEmpty()) {
            return new Reading(Optional.empty(), faults.all());
        }
        return new Reading(
                Optional.of(new RuleBook(
                        data.get(),
                        chapters,
                        clauses,
                        zones,
                        uses,
                        rows,
                        overlays,
                        chamfers,
                        parameters.get(),
                        precedences,
                        referrals,
                        goldens)),
                List.of());
    }

    /**
     * A workbook of the book, with titles and explanations in the language of the messages. What it is read back as is
     * equal to the book.
     */
    public static byte[] write(RuleBook book, Messages messages) {
        return write(BookLines.of(book), messages);
    }

    /** A workbook with nothing but titles, keys and the names of the parameters. */
    public static byte[] template(Messages messages) {
        return write(BookLines.empty(), messages);
    }

    static byte[] write(BookLines lines, Messages messages) {
        return new WorkbookWriter(messages.locale(), List.of(Sheet.values()), new Columns(messages)).write(lines.all());
    }
}
