package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.workbooks.NumberForm;

/** What the numbers of a column count, and the greatest that is no mistake. */
enum LevyNumber implements NumberForm {
    YEAR(0, 1_498),
    VERSION(0, LevyBook.MOST_VERSION),
    /** Square metres, kept as hundredths. */
    AREA(2, PermitQuestion.MOST_AREA),
    /** Sides of a band of areas: square metres, kept as hundredths. */
    SIZE(2, Factor.NO_AREA_END - 1),
    TRADE_AREA(2, PermitQuestion.MOST_TRADE_AREA),
    AREA_EACH(2, LevyBook.MOST_AREA_EACH),
    /** Metres, kept as centimetres. */
    LENGTH(2, LevyBook.MOST_LENGTH),
    STOREYS(0, PermitQuestion.MOST_STOREYS),
    SPACES(0, PermitQuestion.MOST_SPACES),
    UNITS(0, PermitQuestion.MOST_UNITS),
    REGION(0, 99),
    PER_MILLE(0, LevyBook.MOST_PER_MILLE),
    SHARE(0, LevyBook.WHOLE),
    INSTALMENTS(0, LevyBook.MOST_INSTALMENTS),
    /** Rials a square metre. */
    PRICE(0, 10_000_000_000L),
    /** Rials. */
    AMOUNT(0, 999_999_999_999_999L);

    private final int decimals;
    private final long most;

    LevyNumber(int decimals, long most) {
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
