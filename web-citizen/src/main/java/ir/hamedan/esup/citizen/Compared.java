package ir.hamedan.esup.citizen;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use as it is, as somebody supposes, and as the coming book will have it.
 *
 * @param now null when it is not there without the supposition
 * @param supposed null when nothing is supposed
 * @param later null when there is no coming book, or none of it there
 */
public record Compared(Answer.UseAnswer now, Answer.UseAnswer supposed, Answer.UseAnswer later) {
    /** One number, null where it is not there. */
    public record Row(NumberName name, Answer.Figure now, Answer.Figure supposed, Answer.Figure later) {
        /** Why it is what it is; of what is supposed only where that rests on something else. */
        public List<Answer.Figure> reasons() {
            List<Answer.Figure> reasons = new ArrayList<>();
            if (now != null) {
                reasons.add(now);
            }
            if (supposed != null && (now == null || !isSameReason())) {
                reasons.add(supposed);
            }
            return reasons;
        }

        /** Whether the reason is that of what is supposed. */
        public boolean supposes(Answer.Figure reason) {
            return !reason.equals(now);
        }

        private boolean isSameReason() {
            return now.clauses().equals(supposed.clauses())
                    && now.basis().equals(supposed.basis())
                    && now.lost().equals(supposed.lost());
        }
    }

    /** The uses of the answer and those that only the supposition brings, each beside its others. */
    static List<Compared> of(Answer now, Optional<Answer> supposed, Optional<Answer> later) {
        Map<String, Compared> all = new LinkedHashMap<>();
        for (Answer.UseAnswer use : now.uses()) {
            all.put(use.use(), new Compared(use, in(supposed, use.use()), in(later, use.use())));
        }
        supposed.ifPresent(answer -> answer.uses()
                .forEach(use -> all.putIfAbsent(use.use(), new Compared(null, use, in(later, use.use())))));
        return List.copyOf(all.values());
    }

    private static Answer.UseAnswer in(Optional<Answer> answer, String use) {
        return answer.flatMap(a -> a.use(use)).orElse(null);
    }

    /** The use as it is; as supposed when it is not there without. */
    public Answer.UseAnswer shown() {
        return now == null ? supposed : now;
    }

    /** Whether the supposition ends otherwise. */
    public boolean endsOtherwise() {
        return now != null && supposed != null && now.verdict() != supposed.verdict();
    }

    /** Every number that is there with or without the supposition, in their order. */
    public List<Row> rows() {
        return Arrays.stream(NumberName.values())
                .map(name -> new Row(name, in(now, name), in(supposed, name), in(later, name)))
                .filter(row -> row.now() != null || row.supposed() != null)
                .toList();
    }

    private static Answer.Figure in(Answer.UseAnswer use, NumberName name) {
        return use == null ? null : use.number(name).orElse(null);
    }
}
