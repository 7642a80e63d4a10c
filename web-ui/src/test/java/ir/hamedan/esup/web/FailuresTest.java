package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.servlet.ServletException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void a_problem_is_found_below_whatever_the_container_wrapped_it_in() {
        Throwable wrapped = new RuntimeException(new IllegalStateException(Problem.notFound("kernel.date.wrong", "x")));
        assertEquals(404, Failures.of(wrapped).status());
        assertEquals(
                "kernel.date.wrong",
                Failures.of(wrapped).problem().orElseThrow().code());
    }

    @Test
    void anything_else_is_a_fault_of_ours() {
        assertEquals(500, Failures.of(new IllegalStateException("bug")).status());
        assertTrue(Failures.of(new IllegalStateException("bug")).problem().isEmpty());
    }

    @Test
    void a_database_without_a_free_connection_asks_to_come_again() {
        Throwable thrown =
                new ServletException(new RuntimeException(new ResourceAllocationException("pool is used up")));
        assertEquals(503, Failures.of(thrown).status());
        assertTrue(Failures.of(thrown).problem().isEmpty());
    }

    @Test
    void every_kind_of_problem_has_a_status_of_its_own() {
        long different = Arrays.stream(Problem.Kind.values())
                .map(Problem.Kind::status)
                .distinct()
                .count();
        assertEquals(Problem.Kind.values().length, different);
    }

    @Test
    void a_chain_of_causes_without_end_does_not_hold_us() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);
        assertEquals(500, Failures.of(one).status());
    }
}
