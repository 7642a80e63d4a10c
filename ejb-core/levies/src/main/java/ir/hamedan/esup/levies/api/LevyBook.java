package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A levy book (دفترچهٔ عوارض) as it is handed in: the permit levies of one Persian year. A change within the year is a
 * further version, which holds from its own first day on.
 *
 * @param year Persian
 * @param version counted from 1
 * @param approval of the council: number and day
 * @param validFrom a day of the year; the book holds until the end of it
 * @param demonstration the tariff is an example and not the law of the city
 * @param lines a code may come again with a later first day, for instance to be off from then on
 */
public record LevyBook(
        int year,
        int version,
        String title,
        String approval,
        LocalDate validFrom,
        boolean demonstration,
        List<Line> lines) {
    /** So many lines of the greatest amounts still add up in a long. */
    public static final int MOST_LINES = 40;

    public static final int MOST_FACTORS = 200;

    public static final int MOST_PER_MILLE = 10_000;

    /** Hundredths of a square metre; a parking space commonly has 25 square metres. */
    public static final int MOST_AREA_EACH = 10_000;

    private static final int MOST_TEXT = 500;
    private static final int MOST_VERSION = 999;

    /**
     * {@code levies.book-year}, {@code levies.book-size}, {@code levies.book-text} at the field, {@code
     * levies.book-line-twice}, {@code levies.book-line-early}.
     */
    public LevyBook {
        lines = List.copyOf(lines);
        if (year < 1300 || year > 1498 || PersianDate.of(validFrom).year() != year) {
            throw Problem.invalid("levies.book-year", validFrom, Integer.toString(year))
                    .at("validFrom");
        }
        if (version < 1 || version > MOST_VERSION || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw Problem.invalid("levies.book-size", MOST_LINES, MOST_FACTORS);
        }
        said(title, "title");
        said(approval, "approval");
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            if (!seen.add(line.code() + " " + line.validFrom())) {
                throw Problem.invalid("levies.book-line-twice", line.code());
            }
            if (line.validFrom().isBefore(validFrom)
                    || PersianDate.of(line.validFrom()).year() != year) {
                throw Problem.invalid("levies.book-line-early", line.code(), line.validFrom());
            }
        }
    }

    private static void said(String text, String field) {
        if (text.isBlank() || text.length() > MOST_TEXT) {
            throw Problem.invalid("levies.book-text", MOST_TEXT).at(field);
        }
    }

    /** The last day the book can hold. */
    public LocalDate validUntil() {
        return PersianDate.lastDayOf(year);
    }

    /** What a line counts; P is the price of a square metre. */
    public enum Formula {
        /** Floor area within the density x factor x P, less {@code areaEach} for each parking space provided. */
        FLOOR,
        /** Floor area over the density x factor x P, by a decision of the Article 5 commission alone. */
        EXCESS,
        /** Area of balconies and projections x factor x P. */
        PROJECTION,
        /** Missing parking spaces x {@code areaEach} x factor x P. */
        PARKING,
        /** All floor area of a building divided into apartments x factor x P. */
        SUBDIVISION
    }

    /**
     * A line of the tariff.
     *
     * @param legalBasis article of law or decision
     * @param on whether the city takes it; courts annul some
     * @param offReason why it is off; empty when it is on
     * @param areaEach hundredths of a square metre for each parking space, for the formulas that say so; else 0
     * @param factors that never overlap
     */
    public record Line(
            String code,
            String title,
            Formula formula,
            String legalBasis,
            boolean on,
            String offReason,
            LocalDate validFrom,
            int areaEach,
            List<Factor> factors) {
        /**
         * {@code levies.book-text} at the field, {@code levies.book-line-code}, {@code levies.book-off-reason},
         * {@code levies.book-area-each}, {@code levies.book-size}, {@code levies.book-factors-overlap}.
         */
        public Line {
            factors = List.copyOf(factors);
            if (!code.matches("[A-Z0-9-]{1,20}")) {
                throw Problem.invalid("levies.book-line-code", code).at("code");
            }
            said(title, "title");
            said(legalBasis, "legalBasis");
            if (on != offReason.isEmpty()) {
                throw Problem.invalid("levies.book-off-reason", code).at("offReason");
            }
            if (!on) {
                said(offReason, "offReason");
            }
            if (areaEach < 0 || areaEach > MOST_AREA_EACH || !takes(formula, areaEach)) {
                throw Problem.invalid("levies.book-area-each", code).at("areaEach");
            }
            if (factors.size() > MOST_FACTORS) {
                throw Problem.invalid("levies.book-size", MOST_LINES, MOST_FACTORS);
            }
            for (int i = 0; i < factors.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (factors.get(i).overlaps(factors.get(j))) {
                        throw Problem.invalid("levies.book-factors-overlap", code, j + 1, i + 1);
                    }
                }
            }
        }

        private static boolean takes(Formula formula, int areaEach) {
            return switch (formula) {
                case FLOOR -> true;
                case PARKING -> areaEach > 0;
                case EXCESS, PROJECTION, SUBDIVISION -> areaEach == 0;
            };
        }

        /** The same line with this table. */
        public Line with(List<Factor> table) {
            return new Line(code, title, formula, legalBasis, on, offReason, validFrom, areaEach, table);
        }
    }

    /**
     * A row of a factor table. Bands are half-open: from the first value up to, and without, the second.
     *
     * @param use a code as rule books have it, {@link #DWELLING}, {@link #OTHER} or {@link #ANY}; the narrowest that fits
     *     counts
     * @param storeysFrom of the building
     * @param areaFrom of the building, hundredths of a square metre
     * @param perMille factor
     */
    public record Factor(String use, int storeysFrom, int storeysUntil, long areaFrom, long areaUntil, int perMille) {
        public static final String DWELLING = "*DWELLING";
        public static final String OTHER = "*OTHER";
        public static final String ANY = "*";

        /** Above every number of storeys that can be asked for. */
        public static final int NO_STOREYS_END = PermitQuestion.MOST_STOREYS + 1;

        /** Above every area that can be asked for. */
        public static final long NO_AREA_END = 2 * PermitQuestion.MOST_AREA + 1;

        /** {@code levies.book-factor} with the use. */
        public Factor {
            boolean right = use.matches("\\*|\\*DWELLING|\\*OTHER|[A-Z][A-Z0-9_]{0,39}")
                    && storeysFrom >= 0
                    && storeysFrom < storeysUntil
                    && storeysUntil <= NO_STOREYS_END
                    && areaFrom >= 0
                    && areaFrom < areaUntil
                    && areaUntil <= NO_AREA_END
                    && perMille >= 0
                    && perMille <= MOST_PER_MILLE;
            if (!right) {
                throw Problem.invalid("levies.book-factor", use, MOST_PER_MILLE).at("factors");
            }
        }

        /** For every number of storeys and every area. */
        public static Factor of(String use, int perMille) {
            return new Factor(use, 0, NO_STOREYS_END, 0, NO_AREA_END, perMille);
        }

        boolean overlaps(Factor other) {
            return use.equals(other.use)
                    && storeysFrom < other.storeysUntil
                    && other.storeysFrom < storeysUntil
                    && areaFrom < other.areaUntil
                    && other.areaFrom < areaUntil;
        }

        /** Whether the row is for this size of building. */
        public boolean fits(int storeys, long area) {
            return storeys >= storeysFrom && storeys < storeysUntil && area >= areaFrom && area < areaUntil;
        }
    }
}
