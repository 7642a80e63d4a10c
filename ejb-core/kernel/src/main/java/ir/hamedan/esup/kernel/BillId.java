package ir.hamedan.esup.kernel;

import java.util.Locale;

/**
 * The bill id (شناسه قبض): file number (up to 8 digits), company (3), service (1), check digit. Left zeros do not
 * matter. Source: domain guide 5.6.
 */
public record BillId(String text) {
    /** The service code of a municipality levy. */
    public static final int MUNICIPALITY_LEVY = 6;

    public BillId {
        if (!text.matches("[0-9]{6,13}")
                || CheckDigit.of(text.substring(0, text.length() - 1)) != text.charAt(text.length() - 1) - '0') {
            throw Problem.invalid("kernel.bill-id.wrong", text);
        }
    }

    /** The id of a file's bills. */
    public static BillId of(int fileNumber, int company, int service) {
        if (fileNumber < 1 || fileNumber > 99_999_999 || company < 0 || company > 999 || service < 0 || service > 9) {
            throw new IllegalArgumentException("bill id parts " + fileNumber + ", " + company + ", " + service);
        }
        String body = String.format(Locale.ROOT, "%d%03d%d", fileNumber, company, service);
        return new BillId(body + CheckDigit.of(body));
    }

    /**
     * Reads up to 13 digits of any script; left zeros are dropped.
     *
     * @throws Problem {@code kernel.bill-id.wrong}
     */
    public static BillId parse(String typed) {
        return new BillId(PersianText.digitsOnlyForm(typed == null ? "" : typed).replaceFirst("^0+(?=\\d{6})", ""));
    }

    /** The number of the file the bill belongs to. */
    public int fileNumber() {
        return Integer.parseInt(text.substring(0, text.length() - 5));
    }

    @Override
    public String toString() {
        return text;
    }
}
