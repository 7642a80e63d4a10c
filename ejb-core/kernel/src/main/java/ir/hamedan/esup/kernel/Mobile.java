package ir.hamedan.esup.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mobile phone number of Iran, kept as E.164. Source: domain guide 5.7. */
public record Mobile(String text) {
    private static final Pattern TYPED = Pattern.compile("(?:\\+98|0098|98|0)?(9\\d{9})");

    public Mobile {
        if (!text.matches("\\+989[0-9]{9}")) {
            throw Problem.invalid("kernel.mobile.wrong", text);
        }
    }

    /**
     * Reads 09.., 9.., 98.., 0098.. and +98.. in digits of any script.
     *
     * @throws Problem {@code kernel.mobile.wrong}, also for a landline
     */
    public static Mobile parse(String typed) {
        String plain = PersianText.digitsOnlyForm(typed == null ? "" : typed);
        Matcher form = TYPED.matcher(plain);
        if (!form.matches()) {
            throw Problem.invalid("kernel.mobile.wrong", plain);
        }
        return new Mobile("+98" + form.group(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
