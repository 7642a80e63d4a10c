package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files handed in with an inquiry: few, bounded, and what they say they are. */
final class Documents {
    static final int LARGEST = 10 * 1024 * 1024;
    static final int MOST = 20;
    private static final int LONGEST_NAME = 200;
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final Sql sql;

    Documents(Sql sql) {
        this.sql = sql;
    }

    /** The media type by the first bytes; the name proves nothing. */
    static Optional<String> type(byte[] content) {
        if (startsWith(content, PDF)) {
            return Optional.of("application/pdf");
        }
        if (startsWith(content, JPEG)) {
            return Optional.of("image/jpeg");
        }
        return startsWith(content, PNG) ? Optional.of("image/png") : Optional.empty();
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The file's own name without folders and control characters. */
    static String name(String given) {
        String plain = PersianText.clean(given == null ? "" : given).replaceAll("[\\p{Cntrl}\"<>|?*]", "");
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        String shown = last.isBlank() ? "document" : last;
        return shown.length() > LONGEST_NAME ? shown.substring(shown.length() - LONGEST_NAME) : shown;
    }

    /**
     * Keeps a file.
     *
     * @throws Problem {@code inquiries.document-too-large}, {@code inquiries.document-type}, {@code
     *     inquiries.too-many-documents}
     */
    void add(String inquiry, String name, byte[] content, String by, Instant at) {
        if (content.length > LARGEST) {
            throw Problem.tooLarge("inquiries.document-too-large", LARGEST / (1024 * 1024))
                    .at("content");
        }
        String type = type(content)
                .orElseThrow(() -> Problem.invalid("inquiries.document-type").at("content"));
        int added = sql.run("""
                insert into inquiries.document (inquiry, name, type, content, handed_in_by, handed_in_at)
                select ?, ?, ?, ?, ?, ?
                where (select count(*) from inquiries.document where inquiry = ?) < ?""", inquiry, name, type, content, by, at, inquiry, MOST);
        if (added == 0) {
            throw Problem.conflict("inquiries.too-many-documents", MOST);
        }
    }

    List<InquiryView.Document> list(String inquiry) {
        return sql.list(
                """
                select id, name, type, length(content) as size, handed_in_by, handed_in_at from inquiries.document
                where inquiry = ? order by id limit 100""",
                row -> new InquiryView.Document(
                        row.number("id"),
                        row.text("name"),
                        row.text("type"),
                        row.number("size"),
                        row.text("handed_in_by"),
                        row.instant("handed_in_at")),
                inquiry);
    }

    byte[] content(String inquiry, long document) {
        return sql.first(
                        "select content from inquiries.document where inquiry = ? and id = ?",
                        row -> row.bytes("content"),
                        inquiry,
                        document)
                .orElseThrow(() -> Problem.notFound("inquiries.unknown-document"));
    }
}
