package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.internal.answer.GoldenCheck;
import ir.hamedan.esup.rulebooks.internal.table.Analysis;
import java.util.List;

/** Whether a book may hold. */
final class Checking {
    private Checking() {}

    /** Whatever was marked as settled: what counts is that the book as it would hold has one answer for every plot. */
    static void requireSettled(RuleBook content) {
        Analysis.Report report = Analysis.of(content);
        if (!report.isClean()) {
            throw Problem.conflict(
                    "rulebooks.findings-open",
                    report.findings().stream().filter(Finding::isOpen).count());
        }
        if (content.goldens().isEmpty()) {
            throw Problem.conflict("rulebooks.goldens-missing");
        }
        List<GoldenDifference> differences = GoldenCheck.of(content);
        if (!differences.isEmpty()) {
            throw Problem.conflict(
                    "rulebooks.goldens-differ",
                    differences.stream()
                            .map(GoldenDifference::golden)
                            .distinct()
                            .count());
        }
    }
}
