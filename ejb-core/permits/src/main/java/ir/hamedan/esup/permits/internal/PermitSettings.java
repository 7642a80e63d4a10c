package ir.hamedan.esup.permits.internal;

import ir.hamedan.esup.people.api.SettingKey;
import ir.hamedan.esup.people.api.SettingKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the city may set of requests for permits. */
@ApplicationScoped
public class PermitSettings implements SettingKeys {
    /** Days within which the municipality answers a request. Source: domain guide 7.1, stage 2. */
    static final SettingKey ANSWER_DAYS = new SettingKey("permits.answer-days", SettingKey.Kind.DAYS, 4, 1, 30);

    @Override
    public List<SettingKey> keys() {
        return List.of(ANSWER_DAYS);
    }
}
