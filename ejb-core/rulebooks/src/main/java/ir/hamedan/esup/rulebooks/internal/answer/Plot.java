package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * Step 2: the plot that counts, which is the smaller one of deed and survey without what streets and corners take and what
 * is ceded. Areas in hundredths of a square metre.
 *
 * @param deedCounts whether the deed has the smaller area
 * @param larger the area that does not count; zero when only one is known
 * @param chamferKnown false when a corner has no row in the table of chamfers
 * @param width of the street that counts, centimetres; zero where there surely is none, empty when it is not known
 */
record Plot(
        long area,
        boolean deedCounts,
        long larger,
        long widening,
        long chamfer,
        boolean chamferKnown,
        long effective,
        OptionalLong width) {
    static Plot of(RuleBook book, Site site, Given given) {
        boolean deedCounts = site.deedArea() > 0 && (site.area() == 0 || site.deedArea() < site.area());
        long area = deedCounts ? site.deedArea() : site.area();
        long other = deedCounts ? site.area() : site.deedArea();
        long widening =
                site.frontages().stream().mapToLong(Site.Frontage::widening).sum();
        List<Optional<Chamfer>> corners = site.corners().stream()
                .map(corner -> chamfer(book, site, corner))
                .toList();
        long chamfer = 0;
        for (int i = 0; i < corners.size(); i++) {
            int angle = site.corners().get(i).angle();
            chamfer += corners.get(i).map(row -> cut(book, row, angle)).orElse(0L);
        }
        return new Plot(
                area,
                deedCounts,
                other > area ? other : 0,
                widening,
                chamfer,
                book.chamfers().isEmpty() || corners.stream().allMatch(Optional::isPresent),
                area - widening - chamfer - given.ceded(),
                width(book, site));
    }

    private static OptionalLong width(RuleBook book, Site site) {
        if (site.frontages().isEmpty()) {
            return site.clear().contains(LayerKind.STREET) ? OptionalLong.of(0) : OptionalLong.empty();
        }
        ToLongFunction<Site.Frontage> width = widthOf(book);
        return switch (book.parameters().street()) {
            case WIDEST_NOW, WIDEST_PLANNED ->
                site.frontages().stream().mapToLong(width).max();
            case NARROWEST_NOW, NARROWEST_PLANNED ->
                site.frontages().stream().mapToLong(width).min();
        };
    }

    private static ToLongFunction<Site.Frontage> widthOf(RuleBook book) {
        return switch (book.parameters().street()) {
            case WIDEST_NOW, NARROWEST_NOW -> Site.Frontage::width;
            case WIDEST_PLANNED, NARROWEST_PLANNED -> Site.Frontage::plannedWidth;
        };
    }

    private static Optional<Chamfer> chamfer(RuleBook book, Site site, Site.Corner corner) {
        long wider = site.frontages().stream()
                .filter(f -> f.street().equals(corner.street()) || f.street().equals(corner.other()))
                .mapToLong(widthOf(book))
                .max()
                .orElse(0);
        return book.chamfers().stream()
                .filter(row -> row.width().contains(wider) && row.angle().contains(corner.angle()))
                .max(Comparator.comparing(Chamfer::length));
    }

    /** The triangle at the corner; StrictMath, because equal sites must give equal bytes on every machine. */
    private static long cut(RuleBook book, Chamfer row, int angle) {
        double radians = StrictMath.toRadians(angle);
        double square = (double) row.length() * row.length();
        double squareCentimetres =
                switch (book.parameters().chamfer()) {
                    case LINE -> square / (4 * StrictMath.tan(radians / 2));
                    case SIDES -> square * StrictMath.sin(radians) / 2;
                };
        return StrictMath.round(squareCentimetres / 100);
    }

    /** What is known of the plot whatever the table says of it. */
    List<Answer.Figure> numbers(Clauses titles) {
        Running counts = new Running(NumberName.EFFECTIVE_AREA, titles, effective, List.of());
        if (larger > 0) {
            counts.lose(larger, Answer.Because.SMALLER_AREA, "", List.of());
        }
        Answer.BasisKind basis = deedCounts ? Answer.BasisKind.DEED : Answer.BasisKind.SURVEY;
        return List.of(
                new Running(NumberName.WIDENING_AREA, titles, widening, List.of()).number(Answer.Basis.RULE),
                new Running(NumberName.CHAMFER_AREA, titles, chamfer, List.of()).number(Answer.Basis.RULE),
                counts.number(new Answer.Basis(basis, 0)));
    }
}
