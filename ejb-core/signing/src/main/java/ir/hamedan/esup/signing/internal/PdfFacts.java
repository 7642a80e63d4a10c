package ir.hamedan.esup.signing.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the bytes of a signed PDF, read without a PDF parser: a file from a stranger may be anything, and a
 * changed one may not parse.
 */
final class PdfFacts {
    private static final Pattern CONTACT =
            Pattern.compile("/ContactInfo \\((https?://[^ )]{1,400}/v/[0-9]{18}/[0-9A-Z]{16})\\)");
    private static final Pattern CONTENTS = Pattern.compile("/Contents\\s{0,8}<([0-9A-Fa-f]{64,60000})>");

    /** More signatures than anybody puts on one paper. */
    private static final int MOST_SIGNATURES = 20;

    private PdfFacts() {}

    /** The verify address with number and secret, from a certificate of ours. */
    static String verifyUrl(byte[] pdf) {
        Matcher contact = CONTACT.matcher(text(pdf));
        Optional<String> last = Optional.empty();
        while (contact.find()) {
            last = Optional.of(contact.group(1));
        }
        return last.orElseThrow(() -> new IllegalStateException("a certificate without its verify address"));
    }

    /** The signatures in the file, whatever they are worth. */
    static List<byte[]> signatures(byte[] pdf) {
        List<byte[]> signatures = new ArrayList<>();
        Matcher contents = CONTENTS.matcher(text(pdf));
        while (contents.find() && signatures.size() < MOST_SIGNATURES) {
            String hex = contents.group(1);
            signatures.add(HexFormat.of().parseHex(hex.substring(0, hex.length() & ~1)));
        }
        return signatures;
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }
}
