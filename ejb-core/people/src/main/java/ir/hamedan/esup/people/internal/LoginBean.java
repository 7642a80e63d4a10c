package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Login;
import ir.hamedan.esup.people.api.PasswordHash;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Name and password. An unknown name, a disabled account and a wrong password take the same way: one count, one reading,
 * one hash. No transaction and no connection is held while it hashes.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginBean implements Login {
    @Inject
    Accounts accounts;

    @Inject
    Attempts attempts;

    @Inject
    Passwords passwords;

    @Inject
    KeptPasswords kept;

    @Inject
    JournalWriter journal;

    @Inject
    Clock clock;

    @Override
    public Actor check(String username, String password, String address) {
        String name = Names.typed(username);
        // What is no username at all is counted under one name and never written down: it may be a password.
        String known = Names.isUsername(name) ? name : "-";
        List<String> subjects = List.of("user:" + known, Lockout.ADDRESS + address);
        Optional<Instant> locked = attempts.begin(subjects);
        if (locked.isPresent()) {
            // No row: the failures that led here have theirs, and a flood shall not fill the journal.
            throw locked(locked.get(), clock.instant());
        }
        Optional<Account> account = accounts.find(known);
        Optional<PasswordHash> hash = accounts.password(known);
        String tried = password == null || password.length() > PasswordPolicy.LONGEST ? "" : password;
        boolean right = hash.isPresent() ? passwords.matches(hash.get(), tried) : passwords.matchesNobody(tried);
        if (!right || !account.map(Account::active).orElse(false)) {
            journal.refusedTo(unknown(address), "people.login", known, "people.wrong-credentials");
            throw Problem.unauthenticated("people.wrong-credentials");
        }
        attempts.succeeded(subjects);
        if (hash.get().isOutdated()) {
            kept.rehash(known, passwords.hash(tried));
        }
        Actor actor = account.get().from(address);
        journal.doneBy(actor, Audited.of("people.login", known, Map.of()));
        return actor;
    }

    static Actor unknown(String address) {
        return new Actor(ActorsBean.PUBLIC, ActorsBean.PUBLIC, "", Set.of(), address);
    }

    /** Locked, with the instant of the end and the minutes until then. */
    static Problem locked(Instant until, Instant now) {
        long minutes = Math.max(1, (Duration.between(now, until).toSeconds() + 59) / 60);
        return Problem.tooMany("people.locked", until, minutes);
    }
}
