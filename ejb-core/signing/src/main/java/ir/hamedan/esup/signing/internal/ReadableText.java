package ir.hamedan.esup.signing.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Makes the text of the paper readable for machines: the glyphs of joined letters are told to mean the letters
 * themselves, so that copying, searching and reading aloud give Persian and not presentation forms.
 */
final class ReadableText {
    private static final Pattern RANGE = Pattern.compile("<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4,})>");
    private static final Pattern RANGES = Pattern.compile("(?:\\d+ beginbfrange\\s(?:<[^\\n]*\\s)*endbfrange\\s+)+");
    private static final int MOST_IN_A_BLOCK = 100;

    private ReadableText() {}

    /** To be called when the subset was made. */
    static void repair(PDType0Font font) throws IOException {
        COSStream stream = font.getCOSObject().getCOSStream(COSName.TO_UNICODE);
        if (stream == null) {
            return;
        }
        String map;
        try (var in = stream.createInputStream()) {
            map = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(readable(map).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Ranges that count upwards end where the letters do not, so every glyph gets a line of its own. */
    static String readable(String map) {
        List<String> lines = new ArrayList<>();
        Matcher range = RANGE.matcher(map);
        while (range.find()) {
            int first = Integer.parseInt(range.group(1), 16);
            int last = Integer.parseInt(range.group(2), 16);
            int target =
                    Integer.parseInt(range.group(3).substring(range.group(3).length() - 4), 16);
            String prefix = range.group(3).substring(0, range.group(3).length() - 4);
            for (int code = first; code <= last; code++) {
                String hex = prefix + "%04X".formatted(target + code - first);
                lines.add(
                        "<%04X> <%04X> <%s>%n".formatted(code, code, plain(hex)).replace("\r", ""));
            }
        }
        StringBuilder blocks = new StringBuilder();
        for (int i = 0; i < lines.size(); i += MOST_IN_A_BLOCK) {
            List<String> block = lines.subList(i, Math.min(lines.size(), i + MOST_IN_A_BLOCK));
            blocks.append(block.size()).append(" beginbfrange\n");
            block.forEach(blocks::append);
            blocks.append("endbfrange\n\n");
        }
        return RANGES.matcher(map).replaceFirst(Matcher.quoteReplacement(blocks.toString()));
    }

    private static String plain(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 4 <= hex.length(); i += 4) {
            text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
        }
        StringBuilder out = new StringBuilder();
        PersianShaping.plain(text.toString()).chars().forEach(c -> out.append("%04X".formatted(c)));
        return out.toString();
    }
}
