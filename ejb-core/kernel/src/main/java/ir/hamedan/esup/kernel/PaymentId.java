package ir.hamedan.esup.kernel;

import java.util.Locale;

/**
 * The payment id (شناسه پرداخت) of one bill: amount in thousands of rial (up to 8 digits), year digit, period (2), a
 * check digit over these and one over bill id and these. Source: domain guide 5.6.
 */
public record PaymentId(String text) {
    /** Bills are payable in whole thousands of rial. */
    public static final long UNIT = 1_000;
    /** The largest amount one payment id can carry. */
    public static final Rial LARGEST = new Rial(99_999_999L * UNIT);

    public PaymentId {
        if (!text.matches("[0-9]{6,13}")
                || CheckDigit.of(text.substring(0, text.length() - 2)) != text.charAt(text.length() - 2) - '0') {
            throw Problem.invalid("kernel.payment-id.wrong", text);
        }
    }

    /**
     * The id for an amount of the bill.
     *
     * @param amount a positive multiple of 1,000 rial, at most {@link #LARGEST}
     * @param yearDigit last digit of the Persian year
     * @param period 0 to 99
     */
    public static PaymentId of(BillId bill, Rial amount, int yearDigit, int period) {
        if (amount.amount() % UNIT != 0
                || !amount.isPositive()
                || amount.compareTo(LARGEST) > 0
                || yearDigit < 0
                || yearDigit > 9
                || period < 0
                || period > 99) {
            throw new IllegalArgumentException("payment id parts " + amount + ", " + yearDigit + ", " + period);
        }
        String body = String.format(Locale.ROOT, "%d%d%02d", amount.amount() / UNIT, yearDigit, period);
        String checked = body + CheckDigit.of(body);
        return new PaymentId(checked + CheckDigit.of(bill.text() + checked));
    }

    /**
     * Reads the pair as typed: the payment id must belong to the bill id.
     *
     * @throws Problem {@code kernel.payment-id.wrong} or {@code kernel.payment-id.not-of-this-bill}
     */
    public static PaymentId parse(BillId bill, String typed) {
        PaymentId id = new PaymentId(
                PersianText.digitsOnlyForm(typed == null ? "" : typed).replaceFirst("^0+(?=\\d{6})", ""));
        if (!id.belongsTo(bill)) {
            throw Problem.invalid("kernel.payment-id.not-of-this-bill", id, bill);
        }
        return id;
    }

    public boolean belongsTo(BillId bill) {
        int last = text.length() - 1;
        return CheckDigit.of(bill.text() + text.substring(0, last)) == text.charAt(last) - '0';
    }

    /** The amount it asks for. */
    public Rial amount() {
        return new Rial(Long.parseLong(text.substring(0, text.length() - 5)) * UNIT);
    }

    /** The 26 digits of the barcode: both ids padded to 13. */
    public String barcode(BillId bill) {
        return "0".repeat(13 - bill.text().length()) + bill.text() + "0".repeat(13 - text.length()) + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
