package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyExample.Sum;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.workbooks.SheetLines;
import ir.hamedan.esup.workbooks.SheetLines.Written;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The lines of the sheets of a levy book. */
final class LevyLines {
    private final SheetLines lines = new SheetLines();

    private LevyLines() {}

    static SheetLines of(LevyWorkbook workbook) {
        LevyLines all = new LevyLines();
        all.data(workbook.book());
        workbook.uses().forEach(use -> all.lines
                .add(LevySheet.USES)
                .text("code", use.code())
                .text("title", use.title())
                .flag("dwelling", use.dwelling()));
        workbook.book().articles().forEach(article -> all.lines
                .add(LevySheet.ARTICLES)
                .text("number", article.number())
                .text("title", article.title())
                .text("text", article.text()));
        workbook.book().lines().forEach(all::line);
        workbook.prices().forEach(all::price);
        workbook.examples().forEach(all::example);
        return all.lines;
    }

    private void data(LevyBook book) {
        Written line = lines.add(LevySheet.LEVY_BOOK)
                .number("year", LevyNumber.YEAR, book.year())
                .number("version", LevyNumber.VERSION, book.version())
                .text("title", book.title())
                .text("authority", book.authority())
                .text("approval", book.approval())
                .date("effectiveFrom", book.validFrom())
                .flag("demonstration", book.demonstration())
                .number("mostDiscount", LevyNumber.SHARE, book.mostDiscount());
        if (book.supersedes() > 0) {
            line.number("supersedes", LevyNumber.VERSION, book.supersedes());
        }
    }

    private void line(LevyBook.Line line) {
        Written written = lines.add(LevySheet.LINES)
                .text("code", line.code())
                .text("title", line.title())
                .text("formula", line.formula().name())
                .text("legalBasis", line.legalBasis())
                .list("articles", line.articles())
                .flag("on", line.on())
                .text("offReason", line.offReason())
                .date("validFrom", line.validFrom())
                .text("payer", line.duty().payer())
                .text("due", line.duty().due())
                .text("penalty", line.duty().penalty())
                .text("account", line.duty().account());
        some(written, "areaEach", LevyNumber.AREA_EACH, line.areaEach());
        some(written, "span", LevyNumber.LENGTH, line.sizes().span());
        some(written, "height", LevyNumber.LENGTH, line.sizes().height());
        some(written, "instalments", LevyNumber.INSTALMENTS, line.sizes().instalments());
        for (Factor factor : line.factors()) {
            Written row = lines.add(LevySheet.FACTORS)
                    .text("line", line.code())
                    .date("validFrom", line.validFrom())
                    .text("uses", factor.use())
                    .number("factor", LevyNumber.PER_MILLE, factor.perMille());
            some(row, "storeysFrom", LevyNumber.STOREYS, factor.storeysFrom());
            some(row, "areaFrom", LevyNumber.SIZE, factor.areaFrom());
            if (factor.storeysUntil() < Factor.NO_STOREYS_END) {
                row.number("storeysUntil", LevyNumber.STOREYS, factor.storeysUntil());
            }
            if (factor.areaUntil() < Factor.NO_AREA_END) {
                row.number("areaUntil", LevyNumber.SIZE, factor.areaUntil());
            }
        }
    }

    private static void some(Written line, String column, LevyNumber form, long value) {
        if (value > 0) {
            line.number(column, form, value);
        }
    }

    private void price(Price price) {
        lines.add(LevySheet.PRICES)
                .number("region", LevyNumber.REGION, price.region())
                .text("key", price.key())
                .date("validFrom", price.validFrom())
                .date("validUntil", price.validUntil())
                .number("amount", LevyNumber.PRICE, price.amount().amount())
                .text("basis", price.basis());
    }

    private void example(LevyExample example) {
        PermitQuestion question = example.question();
        Written line = lines.add(LevySheet.EXAMPLES)
                .text("id", example.id())
                .text("title", example.title())
                .date("day", question.day())
                .number("region", LevyNumber.REGION, question.region())
                .text("key", question.priceKey())
                .text("use", question.use())
                .number("storeys", LevyNumber.STOREYS, question.storeys())
                .number("floorArea", LevyNumber.AREA, question.floorArea())
                .text("decision", question.decision())
                .flag("subdivided", question.subdivided())
                .list("claims", new TreeSet<>(question.claims()));
        some(line, "excessArea", LevyNumber.AREA, question.excessArea());
        some(line, "projectionArea", LevyNumber.AREA, question.projectionArea());
        some(line, "parkingProvided", LevyNumber.SPACES, question.parkingProvided());
        some(line, "missingParking", LevyNumber.SPACES, question.missingParking());
        question.trade().ifPresent(trade -> line.number("tradeArea", LevyNumber.TRADE_AREA, trade.area())
                .number("tradeUnits", LevyNumber.UNITS, trade.units())
                .number("tradeSpan", LevyNumber.LENGTH, trade.span())
                .number("tradeHeight", LevyNumber.LENGTH, trade.height()));
        for (Map.Entry<Sum, Long> sum : example.expected().entrySet()) {
            line.number(column(sum.getKey()), LevyNumber.AMOUNT, sum.getValue());
        }
        for (LevyExample.Item item : example.lines()) {
            Written row = lines.add(LevySheet.EXAMPLE_LINES)
                    .text("example", example.id())
                    .text("line", item.line())
                    .maybe("reason", item.reason());
            Optional<Long> amount = item.amount();
            amount.ifPresent(rials -> row.number("amount", LevyNumber.AMOUNT, rials));
        }
    }

    /** The column of a sum. */
    static String column(Sum sum) {
        return switch (sum) {
            case TOTAL -> "total";
            case PAYABLE -> "payable";
            case AT_ONCE -> "atOnce";
            case DOWN -> "down";
            case INSTALMENT -> "instalment";
        };
    }
}
