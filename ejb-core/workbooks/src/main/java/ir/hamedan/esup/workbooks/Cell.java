package ir.hamedan.esup.workbooks;

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

    boolean isBlank() {
        return kind != Kind.FORMULA && text.isBlank();
    }
}
