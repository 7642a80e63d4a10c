package ir.hamedan.esup.workbooks;

/** The numbers of the book of trees. */
enum TreeNumber implements NumberForm {
    /** Metres, kept as centimetres. */
    HEIGHT(2, 120_00),
    /** Centimetres around, or years. */
    COUNT(0, 3_000),
    /** As many digits as a spreadsheet keeps. */
    WORTH(0, 999_999_999_999_999L);

    private final int decimals;
    private final long most;

    TreeNumber(int decimals, long most) {
        this.decimals = decimals;
        this.most = most;
    }

    @Override
    public int decimals() {
        return decimals;
    }

    @Override
    public long most() {
        return most;
    }
}
