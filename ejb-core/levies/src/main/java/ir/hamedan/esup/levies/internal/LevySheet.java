package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.workbooks.SheetForm;
import java.util.List;

/**
 * The sheets of a levy book: see {@link SheetForm}. By the first of them a workbook is known to be one.
 *
 * <p>Areas are square metres, lengths metres, factors and shares per mille, amounts rials. Of storeys and areas {@code From}
 * belongs to the band and {@code Until} does not.
 */
enum LevySheet implements SheetForm {
    LEVY_BOOK(
            "مشخصات دفترچه عوارض",
            "year version title authority approval effectiveFrom supersedes demonstration mostDiscount",
            10),
    USES("کاربری‌ها", "code title dwelling", LevyWorkbook.MOST_USES),
    ARTICLES("مواد دفترچه", "number title text", LevyBook.MOST_ARTICLES),
    LINES(
            "ردیف‌های عوارض",
            "code title formula legalBasis articles on offReason validFrom areaEach span height instalments payer due penalty"
                    + " account",
            LevyBook.MOST_LINES),
    /** Without {@code validFrom} it is of the only line, or the first, of that code. */
    FACTORS(
            "جدول ضریب‌ها",
            "line validFrom uses storeysFrom storeysUntil areaFrom areaUntil factor",
            LevyBook.MOST_LINES * LevyBook.MOST_FACTORS),
    PRICES("قیمت‌های منطقه‌ای", "region key validFrom validUntil amount basis", LevyWorkbook.MOST_PRICES),
    EXAMPLES(
            "نمونه‌های محاسبه",
            "id title day region key use storeys floorArea excessArea decision projectionArea parkingProvided"
                    + " missingParking subdivided tradeArea tradeUnits tradeSpan tradeHeight claims total payable atOnce"
                    + " down instalment",
            LevyWorkbook.MOST_EXAMPLES),
    EXAMPLE_LINES("مبلغ‌های نمونه", "example line amount reason", LevyWorkbook.MOST_EXAMPLES * LevyBook.MOST_LINES);

    private final String title;
    private final String columns;
    private final int most;

    LevySheet(String title, String columns, int most) {
        this.title = title;
        this.columns = columns;
        this.most = most;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> columns() {
        return List.of(columns.split(" "));
    }

    @Override
    public int mostLines() {
        return most;
    }
}
