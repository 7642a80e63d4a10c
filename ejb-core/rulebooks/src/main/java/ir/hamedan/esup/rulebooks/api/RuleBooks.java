package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.SearchWords.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Published rule books, for everybody. A book is named by its id, which never changes and never names another one: id and
 * number of a clause are a permanent link. What is only a draft is not found here.
 */
public interface RuleBooks {
    /**
     * A published book.
     *
     * @param effectiveFrom the first day it holds; until another one does
     * @param knownFrom when the city knew of it
     * @param withdrawnAt since when the city knows that it does not hold
     * @param hash SHA-256 of its content with all that was settled
     */
    record Edition(
            long id,
            String code,
            String version,
            String title,
            boolean demonstration,
            LocalDate effectiveFrom,
            Instant knownFrom,
            Optional<Instant> withdrawnAt,
            String hash) {}

    /** A book with what it says; the same object for the same book while this node remembers it. */
    record Published(Edition edition, RuleBook book) {}

    /**
     * The book that holds on a day, as the city knew at an instant: of those with a first day until then the latest. There
     * are never two for one first day.
     */
    Optional<Published> inForce(LocalDate on, Instant known);

    /** The next book that comes into force after the day, as the city knew at an instant. */
    Optional<Edition> coming(LocalDate on, Instant known);

    /** A published book, also one that was withdrawn; {@code rulebooks.unknown-book}. */
    Published book(long id);

    /** All published books, those withdrawn too, the latest first. */
    Page<Edition> editions(Page.Request page);

    /**
     * A chapter.
     *
     * @param clauses how many it has
     */
    record ChapterView(String number, String title, long clauses) {}

    /** The chapters in the order of the book; {@code rulebooks.unknown-book}. */
    Page<ChapterView> chapters(long book, Page.Request page);

    /** The clauses of a chapter in the order of the book; {@code rulebooks.unknown-book}. */
    Page<Clause> clauses(long book, String chapter, Page.Request page);

    /** A clause; {@code rulebooks.unknown-book}, {@code rulebooks.unknown-clause}. */
    Clause clause(long book, String number);

    /**
     * A clause in which something was found.
     *
     * @param inTitle and inText the words that were found, in their order and without overlap; at most fifty each
     */
    record Hit(Clause clause, List<Mark> inTitle, List<Mark> inText) {}

    /**
     * Clauses with all the words, or words that begin with them, the best match first. Letters, digits and half-spaces are
     * the same however they are typed. {@code rulebooks.unknown-book}, {@code rulebooks.search-empty}, {@code
     * rulebooks.search-too-long}.
     */
    Page<Hit> search(long book, String text, Page.Request page);

    /** A clause that was found in one of several books. */
    record Found(Edition edition, Hit hit) {}

    /**
     * The same in all books that hold on a day or come into force later, as the city knew at an instant. {@code
     * rulebooks.search-empty}, {@code rulebooks.search-too-long}.
     */
    Page<Found> search(String text, LocalDate on, Instant known, Page.Request page);

    /**
     * The rows of the base table for a zone and a use in the order of the book, and after them those that narrow streets
     * lead to; none when the zone has none for the use. {@code rulebooks.unknown-book}.
     */
    List<Row> table(long book, String zone, String use);

    /** The base table with what settles its overlaps and gaps as DMN 1.4, for any DMN tool; {@code rulebooks.unknown-book}. */
    byte[] dmn(long book);

    /**
     * The part of it for a zone and a use; rows that narrow streets lead to are numbered within it. {@code
     * rulebooks.unknown-book}, {@code rulebooks.unknown-table}.
     */
    byte[] dmn(long book, String zone, String use);
}
