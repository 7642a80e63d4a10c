package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.PermitLevies.Book;
import ir.hamedan.esup.levies.api.PermitLevies.Counted;
import ir.hamedan.esup.levies.api.PermitLevies.Estimate;
import ir.hamedan.esup.levies.api.PermitLevies.LeftOut;
import ir.hamedan.esup.levies.api.PermitLevies.Plan;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines that are a share of the others: the supervision fee, then discounts, which together come to no more than the
 * book grants, and at the end the instalments. Where something is not known of the whole there is no share of it.
 */
final class Shares {
    private final PermitQuestion question;
    private final List<Counted> lines;
    private final List<LeftOut> leftOut;
    private final List<Counted> discounts = new ArrayList<>();
    private Optional<Counted> atOnce = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private boolean known;
    private long sum;
    private int granted;

    /**
     * @param lines the levies that measure something, to which the supervision fee is added
     * @param granted per mille of the levies that all discounts together may come to
     */
    Shares(PermitQuestion question, int granted, List<Counted> lines, List<LeftOut> leftOut) {
        this.question = question;
        this.granted = granted;
        this.lines = lines;
        this.leftOut = leftOut;
    }

    Estimate estimate(Book book, Optional<Price> price, Collection<LevyBook.Line> all) {
        weigh();
        of(all, LevyFormula.SUPERVISION).forEach(this::supervision);
        weigh();
        of(all, LevyFormula.DISCOUNT).forEach(this::discount);
        of(all, LevyFormula.AT_ONCE).forEach(this::atOnce);
        of(all, LevyFormula.INSTALMENTS).forEach(this::instalments);
        unknownClaims(all);
        return new Estimate(question, Optional.of(book), price, lines, discounts, atOnce, plan, leftOut);
    }

    private static List<LevyBook.Line> of(Collection<LevyBook.Line> all, LevyFormula formula) {
        return all.stream().filter(line -> line.formula() == formula).toList();
    }

    private void weigh() {
        known = leftOut.stream().noneMatch(left -> left.reason().isUnknown());
        sum = lines.stream().mapToLong(Counted::amount).reduce(0, Math::addExact);
    }

    private void supervision(LevyBook.Line line) {
        share(line).ifPresent(perMille -> lines.add(counted(line, perMille, sum)));
    }

    private void discount(LevyBook.Line line) {
        if (PermitTariff.idle(line, question).isEmpty() && !question.claims().contains(line.code())) {
            leave(line, Reason.NOT_CLAIMED);
            return;
        }
        granted(line).ifPresent(perMille -> discounts.add(counted(line, perMille, sum)));
    }

    private void atOnce(LevyBook.Line line) {
        granted(line).ifPresent(perMille -> atOnce = Optional.of(counted(line, perMille, sum)));
    }

    /** As much of a discount as the book still grants. */
    private Optional<Integer> granted(LevyBook.Line line) {
        Optional<Integer> share = share(line);
        if (share.isEmpty()) {
            return share;
        }
        int perMille = Math.min(share.get(), granted);
        if (perMille == 0) {
            leave(line, Reason.CAPPED);
            return Optional.empty();
        }
        granted -= perMille;
        return Optional.of(perMille);
    }

    private void instalments(LevyBook.Line line) {
        share(line).ifPresent(perMille -> {
            long payable = sum - discounts.stream().mapToLong(Counted::amount).sum();
            long down = part(payable, perMille);
            int parts = line.sizes().instalments();
            long each = (payable - down) / parts;
            plan = Optional.of(new Plan(
                    line.code(),
                    line.title(),
                    perMille,
                    down,
                    parts,
                    each,
                    payable - down - each * (parts - 1),
                    line.legalBasis(),
                    line.articles()));
        });
    }

    /** The share of a line that counts; otherwise the reason is told. */
    private Optional<Integer> share(LevyBook.Line line) {
        Optional<Reason> idle = PermitTariff.idle(line, question);
        if (idle.isPresent()) {
            return leave(line, idle.get());
        }
        if (!known) {
            return leave(line, Reason.NO_SUM);
        }
        if (sum == 0) {
            return leave(line, Reason.NOTHING);
        }
        OptionalInt perMille = PermitTariff.perMille(line, question);
        if (perMille.isEmpty()) {
            return leave(line, Reason.NO_FACTOR);
        }
        return perMille.getAsInt() == 0 ? leave(line, Reason.EXEMPT) : Optional.of(perMille.getAsInt());
    }

    private Optional<Integer> leave(LevyBook.Line line, Reason reason) {
        leftOut.add(PermitTariff.leftOut(line, reason, question));
        return Optional.empty();
    }

    private void unknownClaims(Collection<LevyBook.Line> all) {
        Set<String> codes = new HashSet<>();
        of(all, LevyFormula.DISCOUNT).forEach(line -> codes.add(line.code()));
        for (String claim : new TreeSet<>(question.claims())) {
            if (!codes.contains(claim)) {
                leftOut.add(new LeftOut(claim, claim, Reason.UNKNOWN_CLAIM, "", question.day(), question));
            }
        }
    }

    private static Counted counted(LevyBook.Line line, int perMille, long of) {
        return new Counted(
                line.code(),
                line.title(),
                line.formula(),
                0,
                0,
                0,
                perMille,
                of,
                part(of, perMille),
                line.legalBasis(),
                line.articles(),
                Optional.empty());
    }

    private static long part(long of, int perMille) {
        return Rial.of(of).timesRoundedDown(perMille, LevyBook.WHOLE).amount();
    }
}
