package ir.hamedan.esup.signing.api;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import java.math.BigInteger;
import java.util.Locale;

/**
 * The number of a certificate: 18 digits, that is Persian year (4), region (1), kind (2), serial (9) and two check
 * digits. The check digits are those of ISO/IEC 7064 MOD 97-10: the sixteen digits before them, followed by 98 minus
 * (those sixteen times 100, modulo 97), leave the remainder 1 when divided by 97. Every changed digit and every swap of
 * two neighbours is noticed.
 */
public record CertificateNumber(String digits) {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    public CertificateNumber {
        if (!digits.matches("[0-9]{18}") || !checks(digits)) {
            throw Problem.invalid("signing.mistyped");
        }
    }

    /** The number with its check digits. */
    public static CertificateNumber of(int year, int region, CertificateKind kind, long serial) {
        if (year < 1000 || year > 9999 || region < 0 || region > 9 || serial < 0 || serial > 999_999_999L) {
            throw new IllegalStateException("no certificate number for " + year + " " + region + " " + serial);
        }
        String body = String.format(Locale.ROOT, "%04d%d%s%09d", year, region, kind.digits(), serial);
        int check = 98 - new BigInteger(body + "00").mod(NINETY_SEVEN).intValueExact();
        return new CertificateNumber(body + String.format(Locale.ROOT, "%02d", check));
    }

    /**
     * Reads a number as people type it: digits of all scripts, with spaces, slashes, hyphens or nothing between.
     *
     * @throws Problem {@code signing.mistyped}
     */
    public static CertificateNumber parse(String typed) {
        String plain = typed == null || typed.length() > 100 ? "" : PersianText.digitsOnlyForm(typed);
        return new CertificateNumber(plain.replaceAll("[/\\\\._\\u066B\\u060C\\u2011-\\u2015\\u2044\\u2215]", ""));
    }

    private static boolean checks(String digits) {
        return new BigInteger(digits).mod(NINETY_SEVEN).intValueExact() == 1;
    }

    public int year() {
        return Integer.parseInt(digits.substring(0, 4));
    }

    public int region() {
        return digits.charAt(4) - '0';
    }

    /** As printed, in groups that read alike from both sides of a Persian line: 1405/1/01/000000123/45. */
    public String text() {
        return digits.substring(0, 4) + "/" + digits.charAt(4) + "/" + digits.substring(5, 7) + "/"
                + digits.substring(7, 16) + "/" + digits.substring(16);
    }

    /** The 18 digits, as they stand in addresses and documents. */
    @Override
    public String toString() {
        return digits;
    }
}
