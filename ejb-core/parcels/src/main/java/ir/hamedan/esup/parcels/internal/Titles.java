package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Title;
import java.time.Instant;
import java.util.Optional;

/** The title deeds of the register: only ever added to. */
record Titles(Sql sql) {
    private static final int LONGEST = 200;

    /** False when the same was recorded before. */
    boolean record(RenewalCode code, Title title, Instant at) {
        Title.Sides sides = title.sides();
        int added = sql.run(
                """
                insert into parcels.title (code, number, issued_on, issuer, surveyed_area, north, east, south, west,
                    recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                code,
                title.number(),
                title.issuedOn(),
                title.issuer(),
                title.surveyedArea(),
                sides.north(),
                sides.east(),
                sides.south(),
                sides.west(),
                at);
        if (added == 0 && !same(code, title)) {
            throw Problem.conflict("parcels.title-recorded-otherwise", title.number())
                    .at("number");
        }
        return added > 0;
    }

    private boolean same(RenewalCode code, Title title) {
        return sql.first(
                        "select " + Rows.TITLE
                                + " as title from parcels.title t where t.code = ? and t.issued_on = ? and t.number = ?",
                        row -> Rows.title(row.text("title")),
                        code,
                        title.issuedOn(),
                        title.number())
                .equals(Optional.of(title));
    }

    /** The deed as it is kept; what it cannot do without is there. */
    static Title clean(Title typed) {
        Title.Sides sides = typed.sides();
        return new Title(
                needed("number", PersianText.value(typed.number())),
                typed.issuedOn(),
                needed("issuer", PersianText.clean(typed.issuer())),
                typed.surveyedArea(),
                new Title.Sides(
                        bounded("north", PersianText.clean(sides.north())),
                        bounded("east", PersianText.clean(sides.east())),
                        bounded("south", PersianText.clean(sides.south())),
                        bounded("west", PersianText.clean(sides.west()))));
    }

    private static String needed(String field, String text) {
        if (text.isEmpty()) {
            throw Problem.invalid("parcels.title-incomplete").at(field);
        }
        return bounded(field, text);
    }

    private static String bounded(String field, String text) {
        if (text.length() > LONGEST) {
            throw Problem.invalid("parcels.title-too-long", LONGEST).at(field);
        }
        return text;
    }
}
