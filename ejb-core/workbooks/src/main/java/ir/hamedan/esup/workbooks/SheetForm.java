package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.PersianText;
import java.util.List;

/**
 * A sheet of a kind of workbook and its columns: the format of the file, so that neither name nor key is ever changed. A
 * sheet bears its Persian name or its English key. The first row of a sheet has titles for people and is not read; the
 * second row has the keys of the columns, in any order; all else are lines, of which blank ones are passed over.
 */
public interface SheetForm {
    /** The sheet that explains the others; it is not read. */
    String GUIDE = "راهنما";

    /** The English key, with strokes for blanks. */
    String name();

    /** The Persian name. */
    String title();

    /** The keys of its columns. */
    List<String> columns();

    /** How many lines it may have. */
    int mostLines();

    /** Whether somebody who typed this name meant this sheet. */
    default boolean isNamed(String typed) {
        String folded = folded(typed);
        return folded.equals(folded(title())) || folded.equals(folded(name()));
    }

    /** With strokes or with blanks it is the same name. */
    private static String folded(String name) {
        return PersianText.fold(name.replace('_', ' '));
    }

    /** Whether this is the name of the sheet that explains the others. */
    static boolean isGuide(String typed) {
        String folded = PersianText.fold(typed);
        return folded.equals(PersianText.fold(GUIDE)) || folded.equals("guide");
    }
}
