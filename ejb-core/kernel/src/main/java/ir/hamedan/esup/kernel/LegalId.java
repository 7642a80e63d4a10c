package ir.hamedan.esup.kernel;

/** The eleven-digit national id of a legal person (شناسه ملی), with its check digit. Source: domain guide 5.2. */
public record LegalId(String text) {
    private static final int[] WEIGHTS = {29, 27, 23, 19, 17};

    public LegalId {
        if (!text.matches("[0-9]{11}") || text.startsWith("000000", 3) || checkDigit(text) != text.charAt(10) - '0') {
            throw Problem.invalid("kernel.legal-id.wrong", text);
        }
    }

    /**
     * Reads eleven digits of any script.
     *
     * @throws Problem {@code kernel.legal-id.wrong} when a digit is missing or mistyped
     */
    public static LegalId parse(String typed) {
        return new LegalId(PersianText.digitsOnlyForm(typed == null ? "" : typed));
    }

    private static int checkDigit(String digits) {
        int added = digits.charAt(9) - '0' + 2;
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (added + digits.charAt(i) - '0') * WEIGHTS[i % 5];
        }
        int rest = sum % 11;
        return rest == 10 ? 0 : rest;
    }

    @Override
    public String toString() {
        return text;
    }
}
