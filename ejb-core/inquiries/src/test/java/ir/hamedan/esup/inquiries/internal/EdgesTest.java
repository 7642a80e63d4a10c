package ir.hamedan.esup.inquiries.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.kernel.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static final Path PICTURE = Path.of("../../docs/inquiry-states.md");

    @Test
    void every_pair_of_states_is_an_edge_or_a_refusal() {
        for (InquiryState from : InquiryState.values()) {
            for (InquiryState to : InquiryState.values()) {
                if (Edges.allowed(from, to)) {
                    assertEquals(to, Edges.move(from, to));
                } else {
                    assertEquals(
                            "inquiries.not-allowed",
                            assertThrows(Problem.class, () -> Edges.move(from, to))
                                    .code());
                }
            }
        }
    }

    @Test
    void every_state_can_be_reached_and_no_edge_is_written_twice() {
        Set<InquiryState> reached = EnumSet.of(InquiryState.DRAFT);
        for (Edges edge : Edges.values()) {
            reached.add(edge.to);
        }
        assertEquals(EnumSet.allOf(InquiryState.class), reached);
        long pairs = java.util.Arrays.stream(Edges.values())
                .map(edge -> edge.from + " " + edge.to)
                .distinct()
                .count();
        assertEquals(Edges.values().length, pairs);
    }

    @Test
    void what_is_taken_back_or_followed_up_stays_so() {
        for (InquiryState end : EnumSet.of(InquiryState.WITHDRAWN, InquiryState.SUPERSEDED)) {
            for (InquiryState to : InquiryState.values()) {
                assertEquals(false, Edges.allowed(end, to));
            }
        }
    }

    /** Draws the table into the documents; a drawing that is out of date is written anew and fails once. */
    @Test
    void the_drawing_in_the_documents_is_this_table() throws IOException {
        StringBuilder text = new StringBuilder(
                "# States of an inquiry\n\nDrawn by a test from the one table of the states.\n\n```mermaid\nstateDiagram-v2\n");
        for (Edges edge : Edges.values()) {
            text.append("    ")
                    .append(edge.from)
                    .append(" --> ")
                    .append(edge.to)
                    .append(": ")
                    .append(edge.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                    .append('\n');
        }
        text.append("```\n");
        String kept = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        if (!kept.equals(text.toString())) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, text);
        }
        assertEquals(text.toString(), kept, "docs/inquiry-states.md was out of date and is written anew: look at it");
    }
}
