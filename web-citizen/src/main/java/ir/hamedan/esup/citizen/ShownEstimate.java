package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.PermitLevies;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** An estimate of permit levies in the words of a page. */
public final class ShownEstimate {
    private final PermitLevies.Estimate estimate;
    private final Messages messages;

    ShownEstimate(PermitLevies.Estimate estimate, Messages messages) {
        this.estimate = estimate;
        this.messages = messages;
    }

    /** What it comes to, null when it cannot be said. */
    public Rial getTotal() {
        OptionalLong total = estimate.total();
        return total.isPresent() ? Rial.of(total.getAsLong()) : null;
    }

    /** The levy book; null when none was in force. */
    public PermitLevies.Book getBook() {
        return estimate.book().orElse(null);
    }

    /** Whether nothing was left out for want of data. */
    public boolean isComplete() {
        return estimate.isComplete();
    }

    /**
     * A line of the estimate.
     *
     * @param articles of the levy book it rests on
     */
    public record Said(String words, List<String> articles) {}

    public List<Said> getLines() {
        return estimate.lines().stream().map(this::said).toList();
    }

    /** What else the book offers: discounts and instalments, with what they come to. */
    public List<Said> getTerms() {
        return Stream.concat(
                        Stream.concat(estimate.discounts().stream(), estimate.atOnce().stream())
                                .map(this::said),
                        estimate.instalments().stream()
                                .map(plan -> new Said(plan.title() + ": " + plan.words(messages), plan.articles())))
                .toList();
    }

    private Said said(PermitLevies.Counted line) {
        return new Said(line.title() + ": " + line.words(messages) + " (" + line.legalBasis() + ")", line.articles());
    }

    /** Where an article of the book stands. */
    public String article(String number) {
        return estimate.book().map(LevyBookPage::address).orElse("") + "#article-" + number;
    }

    /** Lines that were not counted, with the reason. */
    public List<String> getLeftOut() {
        return estimate.leftOut().stream()
                .filter(left ->
                        left.reason() != PermitLevies.Reason.NOTHING && left.reason() != PermitLevies.Reason.EXEMPT)
                .map(left -> (left.title().isEmpty() ? "" : left.title() + ": ") + left.words(messages))
                .toList();
    }

    /** Whether a line of it counts shops, and nothing was said of any. */
    public boolean isShopsMissing() {
        return estimate.leftOut().stream().anyMatch(left -> left.reason() == PermitLevies.Reason.NO_TRADE);
    }
}
