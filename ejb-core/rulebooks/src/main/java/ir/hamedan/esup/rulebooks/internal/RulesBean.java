package ir.hamedan.esup.rulebooks.internal;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.Sites;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.internal.answer.AnswerJson;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import ir.hamedan.esup.rulebooks.internal.store.InForce;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a question together: the site of the layers, the book in force, and what is supposed. */
@Stateless
@PermitAll
public class RulesBean implements Rules {
    @Inject
    Sites sites;

    @Inject
    Parcels parcels;

    @Inject
    InForce books;

    @Inject
    Engines engines;

    @Inject
    Clock clock;

    @Override
    public Answer of(RenewalCode parcel, LocalDate on, Instant known, Supposed supposed) {
        requireThere(parcel);
        List<RenewalCode> with =
                supposed.with().stream().map(RenewalCode::ofParcel).toList();
        // What was laid down for one of several plots was not laid down for all of them together.
        Optional<RenewalCode> alone = with.isEmpty() ? Optional.of(parcel.ofParcel()) : Optional.empty();
        InForce.Basis basis = basis(alone, on, known);
        Engine engine = engines.of(basis.book());
        for (String use : supposed.uses()) {
            if (!engine.knows(use)) {
                throw Problem.invalid("rulebooks.unknown-use", use).at("use");
            }
        }
        Site site = sites.united(parcel, supposed.with(), on, known);
        return engine.answer(
                site, basis.laid().in(given(site, supposed, with)), new Answer.Asked(with, supposed.uses()));
    }

    /** What stands on a parcel means the parcel, if it ever stood there; of the parcel itself its layers know. */
    private void requireThere(RenewalCode code) {
        if (!code.equals(code.ofParcel()) && parcels.everNamed(code).isEmpty()) {
            throw Problem.notFound("parcels.unknown-code", code);
        }
    }

    @Override
    public Answer at(double longitude, double latitude, LocalDate on, Instant known) {
        requireNotToCome(known);
        Site site = sites.at(longitude, latitude, on, known);
        InForce.Basis basis = basis(site.parcel(), on, known);
        return engines.of(basis.book()).answer(site, basis.laid().in(given(site, Supposed.NOTHING, List.of())));
    }

    @Override
    public Document document(Answer answer) {
        return AnswerJson.of(answer);
    }

    /** A lock on one of the plots stands in the way of all of them together. */
    private Given given(Site site, Supposed supposed, List<RenewalCode> with) {
        Set<LockKind> locks = EnumSet.noneOf(LockKind.class);
        Stream.concat(site.parcel().stream(), with.stream())
                .forEach(code -> locks.addAll(parcels.lockKinds(code, site.on(), site.known())));
        return new Given(
                locks, 1 + with.size(), supposed.ceded(), Optional.empty(), OptionalInt.empty(), supposed.rooms());
    }

    private InForce.Basis basis(Optional<RenewalCode> parcel, LocalDate on, Instant known) {
        requireNotToCome(known);
        return books.basis(parcel, on, known).orElseThrow(() -> withoutBook(on, known));
    }

    /** Whether there is none for the day, or none that was known then. */
    private Problem withoutBook(LocalDate on, Instant known) {
        return books.basis(Optional.empty(), on, clock.instant()).isPresent()
                ? Problem.notFound("rulebooks.no-book-known", on, LocalDate.ofInstant(known, PersianDate.TEHRAN))
                : Problem.notFound("rulebooks.no-book", on);
    }

    private void requireNotToCome(Instant known) {
        if (known.isAfter(clock.instant())) {
            throw Problem.invalid("rulebooks.known-in-the-future").at("known");
        }
    }
}
