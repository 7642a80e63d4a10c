package ir.hamedan.esup.rulebooks.internal;

import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Which book counted on a day, as was known at an instant; made ready to be asked. */
public interface BooksInForce {
    Optional<Engine> on(LocalDate day, Instant known);
}
