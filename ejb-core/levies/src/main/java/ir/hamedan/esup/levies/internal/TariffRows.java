package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyArticle;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Books and prices on their way into the tables that estimates are made of: the one door, whoever comes through it. */
public final class TariffRows {
    private static final long MOST_PRICE = 10_000_000_000L;
    private static final int MOST_REGION = 99;
    private static final int LONGEST_KEY = 200;

    private final Sql sql;
    private final Instant now;

    /** What is written is known from now on. */
    public TariffRows(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /**
     * Publishes a book whole, and gives its number; from then on nothing is added to it.
     *
     * @throws Problem {@code levies.book-published} when there is this version of the year already
     */
    public long publish(LevyBook book, String publishedBy) {
        long id = head(book);
        for (int place = 1; place <= book.lines().size(); place++) {
            LevyBook.Line line = book.lines().get(place - 1);
            factors(line(id, place, line), line.factors());
        }
        List<Object[]> articles = new ArrayList<>();
        for (LevyArticle article : book.articles()) {
            articles.add(new Object[] {id, articles.size() + 1, article.number(), article.title(), article.text()});
        }
        sql.runAll(
                "insert into levies.tariff_article (book, place, number, title, text) values (?, ?, ?, ?, ?)",
                articles);
        sql.run(
                "insert into levies.tariff_publication (book, known_from, published_by) values (?, ?, ?)",
                id,
                now,
                publishedBy);
        return id;
    }

    private long head(LevyBook book) {
        return sql.first(
                        """
                        insert into levies.tariff_book (year, version, title, authority, approval, valid_from, valid_until,
                            supersedes, demonstration, most_discount)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict on constraint tariff_book_once do nothing
                        returning id
                        """,
                        row -> row.number("id"),
                        book.year(),
                        book.version(),
                        book.title(),
                        book.authority(),
                        book.approval(),
                        book.validFrom(),
                        book.validUntil(),
                        book.supersedes(),
                        book.demonstration(),
                        book.mostDiscount())
                .orElseThrow(() -> Problem.conflict(
                        "levies.book-published", Integer.toString(book.year()), Integer.toString(book.version())));
    }

    private long line(long book, int place, LevyBook.Line line) {
        return sql.one(
                """
                insert into levies.tariff_line (book, place, code, title, formula, legal_basis, articles, is_on,
                    off_reason, valid_from, area_each, span, height, instalments, payer, due, penalty, account)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """,
                row -> row.number("id"),
                book,
                place,
                line.code(),
                line.title(),
                line.formula(),
                line.legalBasis(),
                line.articles(),
                line.on(),
                line.offReason(),
                line.validFrom(),
                line.areaEach(),
                line.sizes().span(),
                line.sizes().height(),
                line.sizes().instalments(),
                line.duty().payer(),
                line.duty().due(),
                line.duty().penalty(),
                line.duty().account());
    }

    private void factors(long line, List<Factor> factors) {
        List<Object[]> rows = new ArrayList<>();
        for (Factor factor : factors) {
            rows.add(new Object[] {
                line,
                factor.use(),
                factor.storeysFrom(),
                factor.storeysUntil(),
                factor.areaFrom(),
                factor.areaUntil(),
                factor.perMille()
            });
        }
        sql.runAll("""
                insert into levies.tariff_factor (line, land_use, storeys_from, storeys_until, area_from, area_until,
                    per_mille) values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /**
     * Adds a price; a later one for the same place and days takes its place.
     *
     * @param book number of the book it comes with, and goes with when it is withdrawn
     * @throws Problem {@code levies.price-wrong} with the region and the key
     */
    public void price(Price price, Optional<Long> book) {
        requireRight(price);
        sql.run(
                """
                insert into levies.tariff_price (region, price_key, valid_from, valid_until, amount, basis, known_from, book)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                price.region(),
                price.key(),
                price.validFrom(),
                price.validUntil(),
                price.amount(),
                price.basis(),
                now,
                book.orElse(null));
    }

    private static void requireRight(Price price) {
        boolean right = price.region() >= 0
                && price.region() <= MOST_REGION
                && price.key().length() <= LONGEST_KEY
                && !price.validUntil().isBefore(price.validFrom())
                && price.amount().isPositive()
                && price.amount().amount() <= MOST_PRICE
                && !price.basis().isBlank();
        if (!right) {
            throw Problem.invalid("levies.price-wrong", price.region(), price.key(), Rial.of(MOST_PRICE));
        }
    }
}
