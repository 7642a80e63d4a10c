package ir.hamedan.esup.people.internal;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the gate found out about the running request, so that nobody asks the database twice. */
@RequestScoped
public class Caller {
    private String address = "";
    private Account account;
    private final Map<LocalDate, Map<String, String>> settings = new HashMap<>();

    public String address() {
        return address;
    }

    public void comesFrom(String networkAddress) {
        address = networkAddress;
    }

    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    public void is(Account found) {
        account = found;
    }

    /** The settings in force on the days this request asked for. */
    public Map<LocalDate, Map<String, String>> settings() {
        return settings;
    }
}
