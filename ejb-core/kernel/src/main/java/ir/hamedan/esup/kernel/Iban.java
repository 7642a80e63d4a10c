package ir.hamedan.esup.kernel;

import java.math.BigInteger;
import java.util.Locale;

/** An Iranian account number (شبا): IR, two check digits, bank, type, account. Source: domain guide 5.4, ISO 13616. */
public record Iban(String text) {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    public Iban {
        if (!text.matches("IR[0-9]{24}")
                || new BigInteger(text.substring(4) + "1827" + text.substring(2, 4))
                                .mod(NINETY_SEVEN)
                                .intValue()
                        != 1) {
            throw Problem.invalid("kernel.iban.wrong", text);
        }
    }

    /**
     * Reads 24 digits of any script, with or without IR.
     *
     * @throws Problem {@code kernel.iban.wrong}
     */
    public static Iban parse(String typed) {
        String plain = PersianText.digitsOnlyForm(typed == null ? "" : typed).toUpperCase(Locale.ROOT);
        return new Iban(plain.startsWith("IR") ? plain : "IR" + plain);
    }

    /** The three-digit code of the bank, such as 017 for Melli. */
    public String bank() {
        return text.substring(4, 7);
    }

    @Override
    public String toString() {
        return text;
    }
}
