package ir.hamedan.esup.kernel;

/** The ten-digit national id of a person (کد ملی), with its check digit. Source: domain guide 5.1. */
public record NationalId(String text) {
    public NationalId {
        if (!text.matches("[0-9]{10}")
                || text.chars().distinct().count() == 1
                || checkDigit(text) != text.charAt(9) - '0') {
            throw Problem.invalid("kernel.national-id.wrong", text);
        }
    }

    /**
     * Reads ten digits of any script.
     *
     * @throws Problem {@code kernel.national-id.wrong} when a digit is missing or mistyped
     */
    public static NationalId parse(String typed) {
        return new NationalId(PersianText.digitsOnlyForm(typed == null ? "" : typed));
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int rest = sum % 11;
        return rest < 2 ? rest : 11 - rest;
    }

    /** With the middle hidden, for people who need to recognise it and no more: 386***3459. */
    public String masked() {
        return text.substring(0, 3) + "***" + text.substring(6);
    }

    @Override
    public String toString() {
        return text;
    }
}
