package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.people.api.SettingKey;
import ir.hamedan.esup.people.api.SettingKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The dated settings inquiries follow. */
@ApplicationScoped
public class InquirySettings implements SettingKeys {
    /** How long an answer is valid, though never beyond the end of the Persian year. */
    static final SettingKey VALIDITY = days("inquiries.validity-days", 30);
    /** How long an answer keeps the object for its deal. */
    static final SettingKey PRIORITY_WINDOW = days("inquiries.priority-window-days", 10);
    /** How long an officer may take. */
    static final SettingKey OFFICER = days("inquiries.officer-days", 10);
    /** How long an inquiry waits for a payment nobody makes. */
    static final SettingKey PAYMENT = days("inquiries.payment-days", 30);

    private static SettingKey days(String key, long fallback) {
        return new SettingKey(key, SettingKey.Kind.DAYS, fallback, 1, 365);
    }

    @Override
    public List<SettingKey> keys() {
        return List.of(VALIDITY, PRIORITY_WINDOW, OFFICER, PAYMENT);
    }
}
