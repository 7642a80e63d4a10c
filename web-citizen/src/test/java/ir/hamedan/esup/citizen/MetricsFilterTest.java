package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsFilterTest {
    @Test
    void only_the_token_of_the_settings_opens_the_metrics() {
        Optional<String> token = Optional.of("long-and-secret");
        assertTrue(MetricsFilter.opens(token, "Bearer long-and-secret"));
        assertTrue(MetricsFilter.opens(token, "bearer  long-and-secret"));
        for (String wrong : new String[] {
            null,
            "",
            "Bearer ",
            "Bearer long-and-secre",
            "Bearer long-and-secret2",
            "Basic long-and-secret",
            "long-and-secret"
        }) {
            assertFalse(MetricsFilter.opens(token, wrong), wrong);
        }
    }

    @Test
    void without_a_token_in_the_settings_nothing_opens_them() {
        for (String any : new String[] {null, "", "Bearer ", "Bearer null"}) {
            assertFalse(MetricsFilter.opens(Optional.empty(), any), any);
        }
    }
}
