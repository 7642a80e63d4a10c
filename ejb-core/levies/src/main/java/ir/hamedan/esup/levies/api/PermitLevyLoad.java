package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.OneConnection;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.internal.Demonstration;
import ir.hamedan.esup.levies.internal.TariffRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/**
 * The bulk door of the levy books and their prices, on a connection and in a transaction of the caller, for a city that is
 * set up. The office's own way is {@link LevyBookOffice}.
 */
public final class PermitLevyLoad {
    private final TariffRows rows;
    private final String publishedBy;

    /**
     * A load.
     *
     * @param connection with auto-commit off; it stays open and is not committed here
     * @param now what is published by it is known from then on
     */
    public PermitLevyLoad(Connection connection, Instant now, String publishedBy) {
        this.rows = new TariffRows(new Sql(new OneConnection(connection)), now);
        this.publishedBy = publishedBy;
    }

    /**
     * Publishes a book whole; from then on nothing is added to it.
     *
     * @throws Problem {@code levies.book-published} when there is this version of the year already
     */
    public void publish(LevyBook book) {
        rows.publish(book, publishedBy);
    }

    /**
     * Adds a price; a later one for the same place and days takes its place.
     *
     * @throws Problem {@code levies.price-wrong} with the region and the key
     */
    public void price(Price price) {
        rows.price(price, Optional.empty());
    }

    /** The demonstration tariff of a year and its prices in four regions: example 4 of the domain guide, not real law. */
    public void demonstration(int year) {
        publish(demonstrationBook(year));
        Demonstration.prices(year).forEach(this::price);
    }

    /** The book {@link #demonstration} publishes. */
    public static LevyBook demonstrationBook(int year) {
        return Demonstration.book(year, 1);
    }

    /** The workbook of the demonstration book of 1405, second version, as the product carries it. */
    public static byte[] demonstrationWorkbook() {
        try (InputStream file =
                PermitLevyLoad.class.getResourceAsStream("/ir/hamedan/esup/levies/demo/demonstration.xlsx")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
