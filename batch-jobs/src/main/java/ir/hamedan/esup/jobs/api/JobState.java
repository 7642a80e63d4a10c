package ir.hamedan.esup.jobs.api;

import java.util.EnumSet;
import java.util.Set;

/** Where a run is. */
public enum JobState {
    /** Waits for a node, or for its next attempt. */
    QUEUED,
    /** A node works on it. */
    RUNNING,
    /** Everything was worked off. */
    FINISHED,
    /** Given up after several attempts; it can be tried again. */
    FAILED,
    /** Stopped by a person; it can go on. */
    STOPPED;

    /** The states that may follow. */
    public Set<JobState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(RUNNING, STOPPED, FAILED);
            case RUNNING -> EnumSet.of(QUEUED, FINISHED, FAILED, STOPPED);
            case FAILED, STOPPED -> EnumSet.of(QUEUED);
            case FINISHED -> EnumSet.noneOf(JobState.class);
        };
    }

    public boolean isStoppable() {
        return next().contains(STOPPED);
    }

    public boolean isRetriable() {
        return equals(FAILED) || equals(STOPPED);
    }
}
