package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyArticle;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyDuty;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.PermitLevies.Book;
import ir.hamedan.esup.levies.api.PermitLevies.Cited;
import ir.hamedan.esup.levies.api.PermitLevies.Listed;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.api.PermitQuestion;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The tables of the levy books and their prices, read for one day as it was known at an instant. */
final class TariffTable {
    private static final String PUBLISHED = """
            from levies.tariff_book b
            join levies.tariff_publication p on p.book = b.id
            left join levies.tariff_withdrawal w on w.book = b.id
            """;

    private record Head(long id, Book book, int mostDiscount) {}

    private final Sql sql;

    TariffTable(DataSource source) {
        this.sql = new Sql(source);
    }

    /** The tariff of the day: of the books that hold then, the latest version. */
    Optional<PermitTariff> tariff(PermitQuestion question) {
        return head(question)
                .map(head -> new PermitTariff(head.book(), lines(head.id()), head.mostDiscount(), question));
    }

    private Optional<Head> head(PermitQuestion question) {
        return sql.first(
                """
                select b.id, b.year, b.version, b.title, b.approval, b.valid_from, b.demonstration,
                    b.most_discount
                """ + PUBLISHED + """
                where ? between b.valid_from and b.valid_until and p.known_from <= coalesce(?::timestamptz, 'infinity')
                    and (w.withdrawn_at is null or w.withdrawn_at > coalesce(?::timestamptz, 'infinity'))
                order by b.version desc limit 1
                """,
                row -> new Head(row.number("id"), book(row), row.integer("most_discount")),
                question.day(),
                known(question),
                known(question));
    }

    private static Book book(Sql.Row row) throws SQLException {
        return new Book(
                row.integer("year"),
                row.integer("version"),
                row.text("title"),
                row.text("approval"),
                row.date("valid_from"),
                row.bool("demonstration"));
    }

    /** All that were published; of those that hold on the day the latest version counts. */
    Page<Listed> books(LocalDate on, Page.Request page) {
        return new Page<>(
                sql.list(
                        """
                        select b.year, b.version, b.title, b.approval, b.valid_from, b.demonstration, w.withdrawn_at,
                            h.holds and b.version = max(case when h.holds then b.version end) over () as in_force
                        """ + PUBLISHED + """
                        cross join lateral (select w.book is null and ? between b.valid_from and b.valid_until as holds) h
                        order by b.year desc, b.version desc limit ? offset ?
                        """,
                        row -> new Listed(
                                book(row), row.bool("in_force"), Optional.ofNullable(row.instant("withdrawn_at"))),
                        on,
                        page.size(),
                        page.offset()),
                sql.one("select count(*) as n from levies.tariff_publication", row -> row.number("n")),
                page);
    }

    /** A published book with its articles. */
    Optional<Cited> cited(int year, int version) {
        List<LevyArticle> articles = sql.list(
                """
                select a.number, a.title, a.text from levies.tariff_article a
                join levies.tariff_book b on b.id = a.book where b.year = ? and b.version = ? order by a.place limit 1000
                """, row -> new LevyArticle(row.text("number"), row.text("title"), row.text("text")), year, version);
        return sql.first(
                """
                select b.id, b.year, b.version, b.title, b.approval, b.valid_from, b.demonstration, w.withdrawn_at
                """ + PUBLISHED + " where b.year = ? and b.version = ?",
                row -> new Cited(
                        book(row), Optional.ofNullable(row.instant("withdrawn_at")), articles, lines(row.number("id"))),
                year,
                version);
    }

    /** In the order of the book; {@link LevyBook} bounds how many there are. */
    private List<LevyBook.Line> lines(long book) {
        Map<Integer, LevyBook.Line> bare = new LinkedHashMap<>();
        Map<Integer, List<LevyBook.Factor>> factors = new LinkedHashMap<>();
        sql.list(
                """
                select l.place, l.code, l.title, l.formula, l.legal_basis, l.articles, l.is_on, l.off_reason, l.valid_from,
                    l.area_each, l.span, l.height, l.instalments, l.payer, l.due, l.penalty, l.account, f.land_use, f.storeys_from, f.storeys_until, f.area_from, f.area_until, f.per_mille
                from levies.tariff_line l
                left join levies.tariff_factor f on f.line = l.id
                where l.book = ? order by l.place, f.land_use, f.storeys_from, f.area_from limit 8000
                """,
                row -> {
                    int place = row.integer("place");
                    bare.put(place, line(row, List.of()));
                    List<LevyBook.Factor> rows = factors.computeIfAbsent(place, p -> new ArrayList<>());
                    return row.isNull("land_use") ? null : rows.add(factor(row));
                },
                book);
        return bare.entrySet().stream()
                .map(each -> each.getValue().with(factors.get(each.getKey())))
                .toList();
    }

    private static LevyBook.Line line(Sql.Row row, List<LevyBook.Factor> factors) throws SQLException {
        return new LevyBook.Line(
                row.text("code"),
                row.text("title"),
                row.constant(LevyFormula.class, "formula"),
                row.text("legal_basis"),
                row.texts("articles"),
                row.bool("is_on"),
                row.text("off_reason"),
                row.date("valid_from"),
                new LevyBook.Sizes(
                        row.integer("area_each"),
                        row.integer("span"),
                        row.integer("height"),
                        row.integer("instalments")),
                new LevyDuty(row.text("payer"), row.text("due"), row.text("penalty"), row.text("account")),
                factors);
    }

    private static LevyBook.Factor factor(Sql.Row row) throws SQLException {
        return new LevyBook.Factor(
                row.text("land_use"),
                row.integer("storeys_from"),
                row.integer("storeys_until"),
                row.number("area_from"),
                row.number("area_until"),
                row.integer("per_mille"));
    }

    /** The narrowest price for the place: its key before its region, its region before the city. */
    Optional<Price> price(PermitQuestion question) {
        return sql.first(
                """
                select p.region, p.price_key, p.valid_from, p.valid_until, p.amount, p.basis from levies.tariff_price p
                left join levies.tariff_withdrawal w on w.book = p.book
                where region in (0, ?) and price_key in ('', ?) and ? between valid_from and valid_until
                    and p.known_from <= coalesce(?::timestamptz, 'infinity')
                    and (w.withdrawn_at is null or w.withdrawn_at > coalesce(?::timestamptz, 'infinity'))
                order by price_key <> '' desc, region <> 0 desc, p.id desc limit 1
                """,
                row -> new Price(
                        row.integer("region"),
                        row.text("price_key"),
                        row.date("valid_from"),
                        row.date("valid_until"),
                        row.rial("amount"),
                        row.text("basis")),
                question.region(),
                question.priceKey(),
                question.day(),
                known(question),
                known(question));
    }

    /** The text of the instant; nothing for all that is known. */
    private static String known(PermitQuestion question) {
        return question.known().map(Instant::toString).orElse(null);
    }
}
