package ir.hamedan.esup.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.jobs.api.JobState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobStatesTest {
    @Test
    void the_table_of_states_is_this_one() {
        assertEquals(
                List.of(
                        "QUEUED [RUNNING, FAILED, STOPPED]",
                        "RUNNING [QUEUED, FINISHED, FAILED, STOPPED]",
                        "FINISHED []",
                        "FAILED [QUEUED]",
                        "STOPPED [QUEUED]"),
                Arrays.stream(JobState.values())
                        .map(state -> state + " " + state.next())
                        .toList());
    }

    @Test
    void what_waits_or_runs_can_be_stopped_and_what_ended_early_can_be_retried() {
        for (JobState state : JobState.values()) {
            assertEquals(state == JobState.QUEUED || state == JobState.RUNNING, state.isStoppable(), state.name());
            assertEquals(state == JobState.FAILED || state == JobState.STOPPED, state.isRetriable(), state.name());
        }
    }
}
