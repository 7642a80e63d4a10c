package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A number on its way through the steps: what it is, the clauses that set it and the values it lost. */
final class Running {
    private final NumberName name;
    private final Clauses titles;
    private final Set<String> clauses = new LinkedHashSet<>();
    private final List<Answer.Lost> lost = new ArrayList<>();
    private long value;

    Running(NumberName name, Clauses titles, long value, Collection<String> clauses) {
        this.name = name;
        this.titles = titles;
        this.value = value;
        this.clauses.addAll(clauses);
    }

    long value() {
        return value;
    }

    List<Answer.Lost> lost() {
        return List.copyOf(lost);
    }

    List<String> clauses() {
        return List.copyOf(clauses);
    }

    /** The rule works on the value: what set it before still counts. */
    void become(long next, Answer.Because because, String by, Collection<String> of) {
        if (next != value) {
            lose(value, because, by, of);
            value = next;
            clauses.addAll(of);
        }
    }

    /** The rule puts a value of its own in the place. */
    void replace(long next, Answer.Because because, String by, Collection<String> of) {
        if (next != value) {
            lose(value, because, by, of);
        }
        value = next;
        clauses.clear();
        clauses.addAll(of);
    }

    /** Nothing above the limit; tells whether that lowered it. */
    boolean cap(long limit, Answer.Because because, String by, Collection<String> of) {
        if (limit >= value) {
            return false;
        }
        replace(limit, because, by, of);
        return true;
    }

    /** A value it never had, and why. */
    void lose(long other, Answer.Because because, String by, Collection<String> of) {
        lost.add(new Answer.Lost(other, because, by, titles.of(of)));
    }

    /** What the numbers this one comes from lost. */
    void inherit(List<Answer.Lost> before) {
        lost.addAll(before);
    }

    Answer.Figure number(Answer.Basis basis) {
        return number(OptionalLong.of(value), basis);
    }

    Answer.Figure number(OptionalLong shown, Answer.Basis basis) {
        return new Answer.Figure(name, shown, basis, titles.of(name, clauses), lost());
    }
}
