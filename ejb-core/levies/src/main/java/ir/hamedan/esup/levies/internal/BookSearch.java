package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.SearchWords;
import ir.hamedan.esup.levies.api.LevyArticle;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyDuty;
import ir.hamedan.esup.levies.api.PermitLevies.Cited;
import ir.hamedan.esup.levies.api.PermitLevies.Hit;
import ir.hamedan.esup.levies.api.PermitLevies.Part;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for words in one levy book, which is small enough to be looked through. Pure. */
final class BookSearch {
    /** A word in a title says more of what a text is about than one in the text. */
    private static final int OF_A_TITLE = 5;

    private final SearchWords wanted;

    /** {@code levies.search-empty}, {@code levies.search-too-long}. */
    BookSearch(String text) {
        if (text != null && text.length() > SearchWords.LONGEST) {
            throw Problem.invalid("levies.search-too-long", SearchWords.LONGEST);
        }
        wanted = SearchWords.wanted(text);
        if (wanted.isEmpty()) {
            throw Problem.invalid("levies.search-empty");
        }
    }

    /** The best match first, and of equal ones in the order of the book. */
    List<Hit> in(Cited book) {
        return Stream.concat(
                        book.lines().stream().map(this::line),
                        book.articles().stream().map(this::article))
                .filter(hit -> wanted.areIn(hit.number(), hit.title(), hit.text()))
                .sorted(Comparator.comparingInt(BookSearch::weight).reversed())
                .toList();
    }

    private static int weight(Hit hit) {
        return OF_A_TITLE * hit.inTitle().size() + hit.inText().size();
    }

    private Hit line(LevyBook.Line line) {
        LevyDuty duty = line.duty();
        String text = Stream.of(line.legalBasis(), duty.payer(), duty.due(), duty.penalty(), duty.account())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("؛ "));
        return hit(Part.LINE, line.code(), line.title(), text);
    }

    private Hit article(LevyArticle article) {
        return hit(Part.ARTICLE, article.number(), article.title(), article.text());
    }

    private Hit hit(Part part, String number, String title, String text) {
        return new Hit(part, number, title, text, wanted.marks(title), wanted.marks(text));
    }
}
