package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.SettingKey;
import ir.hamedan.esup.people.api.SettingKeys;
import ir.hamedan.esup.people.api.Settings;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** All settings of a day are read by one statement and kept for the request, never longer. */
@Stateless
public class SettingsBean implements Settings {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final int MOST = 5000;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Actors actors;

    @Inject
    Caller caller;

    @Inject
    @Any
    Instance<SettingKeys> modules;

    @Inject
    Event<Audited> audit;

    @Override
    @PermitAll
    public String value(String key, LocalDate day, String fallback) {
        return inForce(day).getOrDefault(key, fallback);
    }

    @Override
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(String key, LocalDate validFrom, String value) {
        SettingKey known = declared()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("people.setting-unknown", key == null ? "" : key)
                        .at("key"));
        String wanted = known.read(value);
        if (validFrom.isBefore(LocalDate.now(clock.withZone(TEHRAN)))) {
            throw Problem.invalid("people.setting-in-the-past", validFrom).at("validFrom");
        }
        String before = read(validFrom).getOrDefault(key, "");
        new Sql(source)
                .run(
                        "insert into people.setting (key, valid_from, value, set_by, set_at) values (?, ?, ?, ?, ?)",
                        key,
                        validFrom,
                        wanted,
                        actors.current().username(),
                        clock.instant());
        forget();
        audit.fire(new Audited(
                "people.setting-changed",
                key,
                "",
                Map.of("value", before),
                Map.of("value", wanted, "validFrom", validFrom.toString())));
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<SettingKey> known() {
        return declared().sorted(Comparator.comparing(SettingKey::key)).toList();
    }

    Stream<SettingKey> declared() {
        return modules.stream().flatMap(module -> module.keys().stream());
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<Dated> all() {
        return new Sql(source)
                .list(
                        "select key, valid_from, value, set_by from people.setting order by key, valid_from desc, id desc"
                                + " limit " + MOST,
                        row -> new Dated(
                                row.text("key"), row.date("valid_from"), row.text("value"), row.text("set_by")));
    }

    private Map<String, String> inForce(LocalDate day) {
        try {
            return caller.settings().computeIfAbsent(day, this::read);
        } catch (ContextNotActiveException e) {
            return read(day);
        }
    }

    private Map<String, String> read(LocalDate day) {
        Map<String, String> values = new HashMap<>();
        new Sql(source)
                .list(
                        "select distinct on (key) key, value from people.setting where valid_from <= ?"
                                + " order by key, valid_from desc, id desc limit " + MOST,
                        row -> values.put(row.text("key"), row.text("value")),
                        day);
        return values;
    }

    private void forget() {
        try {
            caller.settings().clear();
        } catch (ContextNotActiveException e) {
            // Outside a request nothing was kept.
        }
    }
}
