package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.signing.api.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a draft as the XHTML page that is set in type. The renderer does not know the column order of right-to-left
 * tables, so columns are written here from left to right: the first one last.
 */
final class PaperPage {
    private static final String TEMPLATE =
            resource("certificate.xhtml").replace("${style}", resource("certificate.css"));
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");

    /** A code inside a sentence, as texts set it apart; the renderer of the PDF knows elements only. */
    private static final Pattern ISOLATED = Pattern.compile("\u2066([^\u2066-\u2069]*)\u2069");

    private static final String LEFT_TO_RIGHT = "<span dir=\"ltr\" class=\"code\">$1</span>";

    private PaperPage() {}

    static String xhtml(Draft draft) {
        Paper paper = draft.paper();
        Map<String, String> places = new LinkedHashMap<>();
        places.put("title", escaped(paper.title()));
        places.put("number", code(PersianText.digits(draft.number().text())));
        places.put("secret", code(draft.secret().grouped()));
        places.put("signature-number", PersianText.digits(Long.toString(draft.signatureNumber())));
        places.put("issued-on", day(PersianDate.of(draft.issuedAt())));
        places.put("issued-at", PersianText.digits(time(draft)));
        places.put("valid-until", day(PersianDate.of(draft.validUntil())));
        places.put("signer", escaped(draft.signer()));
        places.put("address", code(draft.verifyUrl().replaceFirst("/v/.*", "/v").replaceFirst("^https?://", "")));
        places.put("demo", draft.demo() ? "<div class=\"demo\">نمونهٔ نمایشی – دادهٔ ساختگی</div>" : "");
        places.put("verdict", escaped(paper.verdict()));
        places.put("sections", sections(paper));
        places.put("notes", notes(paper));
        return PLACE.matcher(TEMPLATE)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(places.get(found.group(1))));
    }

    private static String time(Draft draft) {
        LocalTime time = LocalTime.ofInstant(draft.issuedAt(), PersianDate.TEHRAN);
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    private static String day(PersianDate date) {
        return PersianText.digits(date.text());
    }

    private static String sections(Paper paper) {
        StringBuilder out = new StringBuilder();
        for (Paper.Section section : paper.sections()) {
            out.append("<div class=\"section\"><h2>")
                    .append(escaped(section.title()))
                    .append("</h2>");
            if (!section.lines().isEmpty()) {
                lines(section.lines(), out);
            }
            section.table().ifPresent(table -> table(table, out));
            out.append("</div>");
        }
        return out.toString();
    }

    /** Two facts a row while both are short, so that a usual answer stays on one page. */
    private static void lines(List<Paper.Line> lines, StringBuilder out) {
        out.append("<table class=\"facts\"><col style=\"width:31%\"/><col style=\"width:19%\"/>"
                + "<col style=\"width:31%\"/><col style=\"width:19%\"/>");
        for (int i = 0; i < lines.size(); i++) {
            Paper.Line line = lines.get(i);
            boolean pair = i + 1 < lines.size() && isShort(line) && isShort(lines.get(i + 1));
            out.append("<tr>");
            if (pair) {
                fact(lines.get(++i), 1, out);
            }
            fact(line, pair ? 1 : 3, out);
            out.append("</tr>");
        }
        out.append("</table>");
    }

    private static boolean isShort(Paper.Line line) {
        return line.value().length() <= 26 && line.label().length() <= 20;
    }

    private static void fact(Paper.Line line, int span, StringBuilder out) {
        out.append("<td colspan=\"").append(span).append("\" class=\"value\">");
        out.append(line.code() ? code(line.value()) : escaped(line.value()));
        out.append("</td><td class=\"label\">").append(escaped(line.label())).append("</td>");
    }

    private static void table(Paper.Table table, StringBuilder out) {
        out.append("<table class=\"list\"><thead><tr>");
        List<Paper.Column> columns = new ArrayList<>(table.columns());
        Collections.reverse(columns);
        for (Paper.Column column : columns) {
            cell("th", column, escaped(column.title()), out);
        }
        out.append("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (int i = row.size() - 1; i >= 0; i--) {
                Paper.Column column = table.columns().get(i);
                boolean code = column.content() == Paper.Content.CODE;
                cell("td", column, code ? code(row.get(i)) : escaped(row.get(i)), out);
            }
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private static void cell(String element, Paper.Column column, String content, StringBuilder out) {
        String kind = column.content() == Paper.Content.AMOUNT ? " class=\"amount\"" : "";
        out.append('<').append(element).append(kind).append('>').append(content);
        out.append("</").append(element).append('>');
    }

    private static String notes(Paper paper) {
        StringBuilder out = new StringBuilder();
        for (String note : paper.notes()) {
            out.append("<p>").append(escaped(note)).append("</p>");
        }
        return out.toString();
    }

    /** Left to right, in one piece. */
    private static String code(String text) {
        return LEFT_TO_RIGHT.replace("$1", escaped(text));
    }

    /** Only characters XML may hold; what people never see is dropped. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c >= 0x20 && c < 0xFFFE && !Character.isSurrogate((char) c) || c > 0xFFFF && c <= 0x10FFFF) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(' ');
                    }
                }
            }
        });
        return ISOLATED.matcher(out).replaceAll(LEFT_TO_RIGHT);
    }

    private static String resource(String name) {
        try (InputStream in = PaperPage.class.getResourceAsStream("/ir/hamedan/esup/signing/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
