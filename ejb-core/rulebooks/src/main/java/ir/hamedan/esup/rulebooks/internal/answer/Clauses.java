package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The titles of the clauses of a book, and those that stand behind a number whatever set it. */
final class Clauses {
    private final Map<String, String> titles = new HashMap<>();
    private final Map<NumberName, List<String>> definitions;

    Clauses(RuleBook book) {
        for (Clause clause : book.clauses()) {
            titles.put(clause.number(), clause.title());
        }
        definitions = book.parameters().definitions();
    }

    List<Answer.ClauseRef> of(Collection<String> numbers) {
        return numbers.stream()
                .distinct()
                .map(number -> new Answer.ClauseRef(number, titles.getOrDefault(number, "")))
                .toList();
    }

    List<Answer.ClauseRef> of(NumberName name, Collection<String> numbers) {
        Set<String> all = new LinkedHashSet<>(numbers);
        all.addAll(definitions.getOrDefault(name, List.of()));
        return of(all);
    }
}
