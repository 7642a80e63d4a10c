package ir.hamedan.esup.notary;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Share;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A share as the deed writes it: a fraction of the whole, or so many dang, habbeh or shaeer, which may be a decimal such
 * as one and a half dang.
 */
record ShareText(String typed, String unit) {
    /** The unit of a plain fraction such as 3/6. */
    static final String FRACTION = "FRACTION";

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(?:[.\u066B][0-9]{1,6})?");

    /**
     * The exact fraction.
     *
     * @throws Problem {@code kernel.share.malformed}, {@code kernel.share.out-of-range}
     */
    Share share() {
        if (unit.equals(FRACTION)) {
            return Share.parse(typed);
        }
        String plain = PersianText.value(typed == null ? "" : typed);
        if (!DECIMAL.matcher(plain).matches()) {
            throw Problem.invalid("kernel.share.malformed", typed == null ? "" : typed);
        }
        BigDecimal count = new BigDecimal(plain.replace('\u066B', '.'));
        long scale = BigDecimal.TEN.pow(count.scale()).longValueExact();
        return new Share(
                count.unscaledValue().longValueExact(),
                Math.multiplyExact(scale, Share.Unit.valueOf(unit).whole()));
    }
}
