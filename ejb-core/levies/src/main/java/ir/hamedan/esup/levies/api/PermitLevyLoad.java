package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyBook.Formula;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The bulk door of the levy books and their prices, on a connection and in a transaction of the caller. */
public final class PermitLevyLoad {
    private static final long MOST_PRICE = 10_000_000_000L;
    private static final Rial DEMONSTRATION_PRICE = Rial.of(6_000_000);

    /** Per cent of the price of region 1 in regions 1 to 4 of the demonstration. */
    private static final List<Integer> DEMONSTRATION_REGIONS = List.of(100, 85, 70, 60);

    private final Connection connection;
    private final Instant now;
    private final String publishedBy;

    /**
     * A load.
     *
     * @param connection with auto-commit off; it stays open and is not committed here
     * @param now what is published by it is known from then on
     */
    public PermitLevyLoad(Connection connection, Instant now, String publishedBy) {
        this.connection = connection;
        this.now = now;
        this.publishedBy = publishedBy;
    }

    /**
     * Publishes a book whole; from then on nothing is added to it.
     *
     * @throws Problem {@code levies.book-published} when there is this version of the year already
     */
    public void publish(LevyBook book) throws SQLException {
        long id = head(book);
        for (int place = 1; place <= book.lines().size(); place++) {
            LevyBook.Line line = book.lines().get(place - 1);
            factors(line(id, place, line), line.factors());
        }
        run(
                "insert into levies.tariff_publication (book, known_from, published_by) values (?, ?, ?)",
                id,
                now.atOffset(ZoneOffset.UTC),
                publishedBy);
    }

    private long head(LevyBook book) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into levies.tariff_book (year, version, title, approval, valid_from, valid_until, demonstration)
                values (?, ?, ?, ?, ?, ?, ?) on conflict on constraint tariff_book_once do nothing returning id
                """)) {
            bind(
                    statement,
                    book.year(),
                    book.version(),
                    book.title(),
                    book.approval(),
                    book.validFrom(),
                    book.validUntil(),
                    book.demonstration());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw Problem.conflict(
                            "levies.book-published", Integer.toString(book.year()), Integer.toString(book.version()));
                }
                return result.getLong(1);
            }
        }
    }

    private long line(long book, int place, LevyBook.Line line) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into levies.tariff_line (book, place, code, title, formula, legal_basis, is_on, off_reason,
                    valid_from, area_each) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)) {
            bind(
                    statement,
                    book,
                    place,
                    line.code(),
                    line.title(),
                    line.formula().name(),
                    line.legalBasis(),
                    line.on(),
                    line.offReason(),
                    line.validFrom(),
                    line.areaEach());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private void factors(long line, List<Factor> factors) throws SQLException {
        for (Factor factor : factors) {
            run(
                    """
                    insert into levies.tariff_factor (line, land_use, storeys_from, storeys_until, area_from, area_until,
                        per_mille) values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    line,
                    factor.use(),
                    factor.storeysFrom(),
                    factor.storeysUntil(),
                    factor.areaFrom(),
                    factor.areaUntil(),
                    factor.perMille());
        }
    }

    /**
     * Adds a price; a later one for the same place and days takes its place.
     *
     * @throws Problem {@code levies.price-wrong} with the region and the key
     */
    public void price(Price price) throws SQLException {
        boolean right = price.region() >= 0
                && price.region() <= 99
                && price.key().length() <= 200
                && !price.validUntil().isBefore(price.validFrom())
                && price.amount().isPositive()
                && price.amount().amount() <= MOST_PRICE
                && !price.basis().isBlank();
        if (!right) {
            throw Problem.invalid("levies.price-wrong", price.region(), price.key(), Rial.of(MOST_PRICE));
        }
        run(
                """
                insert into levies.tariff_price (region, price_key, valid_from, valid_until, amount, basis, known_from)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                price.region(),
                price.key(),
                price.validFrom(),
                price.validUntil(),
                price.amount().amount(),
                price.basis(),
                now.atOffset(ZoneOffset.UTC));
    }

    /** The demonstration tariff of a year and its prices in four regions: example 4 of the domain guide, not real law. */
    public void demonstration(int year) throws SQLException {
        publish(demonstrationBook(year));
        for (int i = 0; i < DEMONSTRATION_REGIONS.size(); i++) {
            Rial amount = DEMONSTRATION_PRICE.timesRoundedDown(DEMONSTRATION_REGIONS.get(i), 100);
            price(new Price(
                    i + 1,
                    "",
                    PersianDate.firstDayOf(year),
                    PersianDate.lastDayOf(year),
                    amount,
                    "قیمت منطقه‌ای نمونه"));
        }
    }

    /** The book {@link #demonstration} publishes. */
    public static LevyBook demonstrationBook(int year) {
        LocalDate first = PersianDate.firstDayOf(year);
        String council = "بند ۱۶ مادهٔ ۸۰ قانون شوراهای اسلامی کشور و تعرفهٔ نمونه";
        return new LevyBook(
                year,
                1,
                "دفترچهٔ نمونهٔ عوارض پروانهٔ ساختمان",
                "نمونه؛ مصوبهٔ شورای شهر نیست",
                first,
                true,
                List.of(
                        on("P-10", "عوارض زیربنا تا تراکم مجاز", Formula.FLOOR, council, first, 0)
                                .with(List.of(Factor.of(Factor.DWELLING, 180), Factor.of(Factor.OTHER, 360))),
                        on(
                                        "P-20",
                                        "عوارض زیربنای مازاد بر تراکم",
                                        Formula.EXCESS,
                                        "رأی کمیسیون مادهٔ ۵ و " + council,
                                        first,
                                        0)
                                .with(List.of(Factor.of(Factor.ANY, 520))),
                        on("P-30", "عوارض بالکن و پیش‌آمدگی", Formula.PROJECTION, council, first, 0)
                                .with(List.of(Factor.of(Factor.ANY, 90))),
                        on("P-40", "عوارض کسری پارکینگ", Formula.PARKING, council, first, 2_500)
                                .with(List.of(Factor.of(Factor.ANY, 1_400))),
                        on("P-50", "عوارض تفکیک آپارتمان", Formula.SUBDIVISION, council, first, 0)
                                .with(List.of(Factor.of(Factor.DWELLING, 100), Factor.of(Factor.OTHER, 200))),
                        new LevyBook.Line(
                                "P-60",
                                "عوارض کسری پارکینگ پس از رأی مادهٔ ۱۰۰",
                                Formula.PARKING,
                                council,
                                false,
                                "برای کسری پارکینگی که جریمهٔ تبصرهٔ ۵ مادهٔ ۱۰۰ دارد عوارض گرفته نمی‌شود؛ نمونه",
                                first,
                                2_500,
                                List.of(Factor.of(Factor.ANY, 1_400)))));
    }

    private static LevyBook.Line on(
            String code, String title, Formula formula, String basis, LocalDate from, int areaEach) {
        return new LevyBook.Line(code, title, formula, basis, true, "", from, areaEach, List.of());
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
