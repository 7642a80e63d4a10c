package ir.hamedan.esup.rulebooks.internal;

import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import jakarta.enterprise.context.ApplicationScoped;

/** Books made ready to be asked again. */
@ApplicationScoped
public class Engines {
    private final LastAsked<Engine> engines = new LastAsked<>();

    Engine of(RuleBooks.Published book) {
        return engines.of(book.edition().id(), id -> new Engine(book.book()));
    }
}
