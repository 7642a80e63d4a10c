package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A levy book (دفترچهٔ عوارض) as it is handed in: the permit levies of one Persian year. A change within the year is a
 * further version, which holds from its own first day on.
 *
 * @param year Persian
 * @param version counted from 1
 * @param authority who made it; empty when it does not say
 * @param approval of the council: number and day
 * @param validFrom a day of the year; the book holds until the end of it
 * @param supersedes the version of the year it takes the place of; 0 for none
 * @param demonstration the tariff is an example and not the law of the city
 * @param mostDiscount per mille of the levies that all discounts together may come to
 * @param lines a code may come again with a later first day, for instance to be off from then on
 */
public record LevyBook(
        int year,
        int version,
        String title,
        String authority,
        String approval,
        LocalDate validFrom,
        int supersedes,
        boolean demonstration,
        int mostDiscount,
        List<LevyArticle> articles,
        List<Line> lines) {
    /** So many lines of the greatest amounts still add up in a long, with the greatest share of a supervision fee. */
    public static final int MOST_LINES = 40;

    public static final int MOST_FACTORS = 200;

    public static final int MOST_ARTICLES = 1_000;

    public static final int MOST_PER_MILLE = 10_000;

    /** Of a discount or a down payment, per mille. */
    public static final int WHOLE = 1_000;

    /** Of the other levies, per mille. */
    public static final int MOST_SUPERVISION = 150;

    /** Hundredths of a square metre; a parking space commonly has 25 square metres. */
    public static final int MOST_AREA_EACH = 10_000;

    /** Centimetres. */
    public static final int MOST_LENGTH = 10_000;

    public static final int MOST_INSTALMENTS = 120;

    public static final int MOST_VERSION = 999;

    private static final int MOST_TEXT = 500;

    /**
     * {@code levies.book-year}, {@code levies.book-size}, {@code levies.book-text} at the field, {@code
     * levies.book-line-twice}, {@code levies.book-line-early}, {@code levies.book-once}.
     */
    public LevyBook {
        lines = List.copyOf(lines);
        articles = List.copyOf(articles);
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
        Map<LevyFormula, String> once = new EnumMap<>(LevyFormula.class);
        for (Line line : lines) {
            if (!seen.add(line.code() + " " + line.validFrom())) {
                throw Problem.invalid("levies.book-line-twice", line.code());
            }
            if (line.validFrom().isBefore(validFrom)
                    || PersianDate.of(line.validFrom()).year() != year) {
                throw Problem.invalid("levies.book-line-early", line.code(), line.validFrom());
            }
            String before = once.putIfAbsent(line.formula(), line.code());
            if (line.formula().isOnce() && before != null && !before.equals(line.code())) {
                throw Problem.invalid("levies.book-once", before, line.code());
            }
        }
    }

    /** A book without articles. */
    public LevyBook(
            int year,
            int version,
            String title,
            String approval,
            LocalDate validFrom,
            boolean demonstration,
            List<Line> lines) {
        this(year, version, title, "", approval, validFrom, 0, demonstration, WHOLE, List.of(), lines);
    }

    private static void said(String text, String field) {
        requireText(!text.isBlank() && text.length() <= MOST_TEXT, field);
    }

    /** What a book need not say, but says in so many words at most. */
    static void saidShortly(String text, String field) {
        requireText(text.length() <= MOST_TEXT, field);
    }

    private static void requireText(boolean right, String field) {
        if (!right) {
            throw Problem.invalid("levies.book-text", MOST_TEXT).at(field);
        }
    }

    /** The last day the book can hold. */
    public LocalDate validUntil() {
        return PersianDate.lastDayOf(year);
    }

    /** The same book from a later day on: of a line that changed until then what holds on that day. */
    public LevyBook from(LocalDate day) {
        Map<String, Line> latest = new HashMap<>();
        for (Line line : lines) {
            if (!line.validFrom().isAfter(day)) {
                latest.merge(
                        line.code(), line, (one, other) -> one.validFrom().isAfter(other.validFrom()) ? one : other);
            }
        }
        List<Line> moved = lines.stream()
                .filter(line -> line.validFrom().isAfter(day) || line.equals(latest.get(line.code())))
                .map(line -> line.validFrom().isAfter(day) ? line : line.from(day))
                .toList();
        return new LevyBook(
                year,
                version,
                title,
                authority,
                approval,
                day,
                supersedes,
                demonstration,
                mostDiscount,
                articles,
                moved);
    }

    /**
     * The sizes a formula measures by; each is 0 where its formula has none.
     *
     * @param areaEach hundredths of a square metre for each parking space
     * @param span standard span of a trade unit, centimetres
     * @param height standard height of a trade unit, centimetres
     * @param instalments how many follow the down payment
     */
    public record Sizes(int areaEach, int span, int height, int instalments) {
        public static final Sizes NONE = new Sizes(0, 0, 0, 0);

        /** Whether these are the sizes the formula needs, and no others. */
        public boolean fit(LevyFormula formula) {
            boolean within = areaEach >= 0
                    && areaEach <= MOST_AREA_EACH
                    && span >= 0
                    && span <= MOST_LENGTH
                    && height >= 0
                    && height <= MOST_LENGTH
                    && instalments >= 0
                    && instalments <= MOST_INSTALMENTS;
            return within
                    && switch (formula) {
                        case FLOOR -> span + height + instalments == 0;
                        case PARKING -> areaEach > 0 && span + height + instalments == 0;
                        case FRONTAGE -> span > 0 && height > 0 && areaEach + instalments == 0;
                        case INSTALMENTS -> instalments > 0 && areaEach + span + height == 0;
                        case EXCESS, PROJECTION, SUBDIVISION, SUPERVISION, DISCOUNT, AT_ONCE -> equals(NONE);
                    };
        }
    }

    /**
     * A line of the tariff.
     *
     * @param legalBasis article of law or decision
     * @param articles numbers of the articles of the book it rests on
     * @param on whether the city takes it; courts annul some
     * @param offReason why it is off; empty when it is on
     * @param factors that never overlap
     */
    public record Line(
            String code,
            String title,
            LevyFormula formula,
            String legalBasis,
            List<String> articles,
            boolean on,
            String offReason,
            LocalDate validFrom,
            Sizes sizes,
            LevyDuty duty,
            List<Factor> factors) {
        /**
         * {@code levies.book-text} at the field, {@code levies.book-line-code}, {@code levies.book-off-reason},
         * {@code levies.book-area-each}, {@code levies.book-share}, {@code levies.book-size}, {@code
         * levies.book-factors-overlap}.
         */
        public Line {
            factors = List.copyOf(factors);
            articles = List.copyOf(articles);
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
            if (!sizes.fit(formula)) {
                throw Problem.invalid("levies.book-area-each", code).at("areaEach");
            }
            if (factors.size() > MOST_FACTORS) {
                throw Problem.invalid("levies.book-size", MOST_LINES, MOST_FACTORS);
            }
            for (int i = 0; i < factors.size(); i++) {
                if (factors.get(i).perMille() > formula.mostPerMille()) {
                    throw Problem.invalid("levies.book-share", code, formula.mostPerMille());
                }
                for (int j = 0; j < i; j++) {
                    if (factors.get(i).overlaps(factors.get(j))) {
                        throw Problem.invalid("levies.book-factors-overlap", code, j + 1, i + 1);
                    }
                }
            }
        }

        /** A line that names no article, measures by parking spaces alone and says nothing of who pays. */
        public Line(
                String code,
                String title,
                LevyFormula formula,
                String legalBasis,
                boolean on,
                String offReason,
                LocalDate validFrom,
                int areaEach,
                List<Factor> factors) {
            this(
                    code,
                    title,
                    formula,
                    legalBasis,
                    List.of(),
                    on,
                    offReason,
                    validFrom,
                    new Sizes(areaEach, 0, 0, 0),
                    LevyDuty.NONE,
                    factors);
        }

        /** Hundredths of a square metre for each parking space, for the formulas that say so; else 0. */
        public int areaEach() {
            return sizes.areaEach();
        }

        private Line from(LocalDate day) {
            return new Line(code, title, formula, legalBasis, articles, on, offReason, day, sizes, duty, factors);
        }

        /** The same line with this table. */
        public Line with(List<Factor> table) {
            return new Line(code, title, formula, legalBasis, articles, on, offReason, validFrom, sizes, duty, table);
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

        /** Whether there is a building of the same use both are for. */
        public boolean overlaps(Factor other) {
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
