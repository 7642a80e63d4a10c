package ir.hamedan.esup.people.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RatesTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T08:00:00Z"));
    private final RatesBean rates = new RatesBean();

    RatesTest() {
        rates.clock = clock;
        from("5.6.7.8");
    }

    private void from(String address) {
        rates.caller = new Caller();
        rates.caller.comesFrom(address);
    }

    @Test
    void an_address_asks_so_often_a_minute_and_no_more_and_others_are_not_touched() {
        assertTrue(rates.allows("pay", 2));
        assertTrue(rates.allows("pay", 2));
        assertFalse(rates.allows("pay", 2));
        assertTrue(rates.allows("verify", 2));
        from("5.6.7.9");
        assertTrue(rates.allows("pay", 2));
        from("5.6.7.8");
        assertFalse(rates.allows("pay", 2));
        clock.pass(Duration.ofMinutes(1));
        assertTrue(rates.allows("pay", 2));
    }

    @Test
    void a_caller_who_is_known_has_one_portion_from_all_addresses() {
        assertTrue(rates.allows("client", "notary-12", 2));
        from("5.6.7.9");
        assertTrue(rates.allows("client", "notary-12", 2));
        assertFalse(rates.allows("client", "notary-12", 2));
        assertTrue(rates.allows("client", "notary-13", 2));
    }
}
