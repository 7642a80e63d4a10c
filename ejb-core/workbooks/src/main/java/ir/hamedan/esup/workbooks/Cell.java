package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.PersianText;

/** What stands in a cell; formulas are never computed, only known to be there. */
record Cell(Kind kind, String text) {
    /** What it is besides text. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number shown as a date. */
        DATE,
        /** A number shown as percent, which is a hundredth of what people see. */
        PERCENT,
        BOOLEAN,
        ERROR,
        FORMULA,
        TOO_LONG
    }

    /** Nothing can be seen in it: what is pasted brings no-break spaces and marks along, which are no text. */
    boolean isBlank() {
        return kind != Kind.FORMULA
                && kind != Kind.TOO_LONG
                && PersianText.value(text).isEmpty();
    }
}
