package ir.hamedan.esup.kernel;

/**
 * The ten-digit postal code. A test of its shape only: there is no public check digit, and only the post's own service
 * proves that a code exists. Source: domain guide 5.3.
 */
public record PostalCode(String text) {
    public PostalCode {
        if (!text.matches("(?!(\\d)\\1{3})[13-9]{4}[1346-9][013-9]{5}")) {
            throw Problem.invalid("kernel.postal-code.wrong", text);
        }
    }

    /**
     * Reads ten digits of any script.
     *
     * @throws Problem {@code kernel.postal-code.wrong}
     */
    public static PostalCode parse(String typed) {
        return new PostalCode(PersianText.digitsOnlyForm(typed == null ? "" : typed));
    }

    @Override
    public String toString() {
        return text;
    }
}
