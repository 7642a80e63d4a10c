package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @Test
    void an_instant_is_read_as_links_carry_it() {
        assertEquals(Instant.ofEpochSecond(1_795_864_620L), Instants.parse(" 2026-11-28T11:17:00Z"));
        assertEquals(Instant.ofEpochMilli(1_795_864_620_123L), Instants.parse("2026-11-28T11:17:00.123Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-28",
                "-1000000000-01-01T00:00:00Z",
                "1899-12-31T23:59:59.999Z",
                "2200-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void what_no_calendar_has_is_refused(String typed) {
        assertEquals(
                "kernel.instant.wrong",
                assertThrows(Problem.class, () -> Instants.parse(typed)).code());
    }
}
