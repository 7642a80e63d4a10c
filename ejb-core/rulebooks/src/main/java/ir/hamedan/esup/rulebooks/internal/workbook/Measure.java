package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.workbooks.NumberForm;

/** What the numbers of a column count, and the greatest that is no mistake. */
enum Measure implements NumberForm {
    /** Square metres, kept as hundredths. */
    AREA(2, 100_000_000_00L),
    /** Metres, kept as centimetres. */
    LENGTH(2, 100_000_00L),
    /** Open space of a unit: square metres, kept as hundredths. */
    OPEN_SPACE(2, 100_000_00L),
    /** Widths of streets: metres, kept as centimetres. */
    WIDTH(2, 500_00L),
    /** Heights and setbacks: metres, kept as centimetres. */
    HEIGHT(2, 1_000_00L),
    /** Percent of something, kept as per mille. */
    SHARE(1, 1000),
    /** Percent of the plot that may be many times it, kept as per mille. */
    DENSITY(1, 20_000),
    /** Spaces for a unit, kept as hundredths. */
    SPACES(2, 100_00L),
    STOREYS(0, 200),
    DEGREES(0, 360),
    COUNT(0, 100_000),
    /** What a layer gives in a unit of its own. */
    WHOLE(0, 1_000_000_000L),
    /** What a layer gives in percent, kept as tenths. */
    TENTHS(1, 1_000_000L);

    private final int decimals;
    private final long most;

    Measure(int decimals, long most) {
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

    /** The begin of a band as people write it. */
    String from(Band band) {
        return shown(band.from()).stripTrailingZeros().toPlainString();
    }

    /** The end of a band as people write it. */
    String until(Band band) {
        return band.isOpen() ? "∞" : shown(band.until()).stripTrailingZeros().toPlainString();
    }
}
