package ir.hamedan.esup.citizen;

import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import java.util.List;
import java.util.Optional;

/**
 * A clause, article or line that was found, in pieces.
 *
 * @param kind key of the words that name it by its number
 * @param book in which it stands, where several were looked through
 */
public record Found(
        String address,
        String kind,
        String number,
        List<Pieces.Piece> title,
        List<Pieces.Piece> text,
        Optional<BooksPage.Row> book) {
    private static final String LINE = "citizen.levybook.line";

    /** Whether its number is a code, of which digits stay as they are. */
    public boolean isCoded() {
        return kind.equals(LINE);
    }

    static Found of(long book, RuleBooks.Hit hit) {
        String number = hit.clause().number();
        return new Found(
                BookAddresses.clause(book, number),
                "citizen.rules.clause",
                number,
                Pieces.of(hit.clause().title(), hit.inTitle()),
                Pieces.around(hit.clause().text(), hit.inText()),
                Optional.empty());
    }

    Found in(BooksPage.Row row) {
        return new Found(address, kind, number, title, text, Optional.of(row));
    }

    /** Lines and articles have their places on the page of their book. */
    static Found of(PermitLevies.Book book, PermitLevies.Hit hit) {
        return new Found(
                LevyBookPage.address(book)
                        + (hit.part() == PermitLevies.Part.LINE ? "#line-" : "#article-")
                        + hit.number(),
                hit.part() == PermitLevies.Part.LINE ? LINE : "citizen.levybook.article",
                hit.number(),
                Pieces.of(hit.title(), hit.inTitle()),
                Pieces.around(hit.text(), hit.inText()),
                Optional.empty());
    }
}
