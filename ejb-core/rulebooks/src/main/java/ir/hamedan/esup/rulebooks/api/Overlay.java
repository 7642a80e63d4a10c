package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.parcels.api.LayerKind;
import java.util.List;
import java.util.Optional;

/**
 * An overlay rule.
 *
 * @param id unique in the book, and not the id of a row
 * @param layer empty for a rule that needs no layer, such as a bonus for ceded land
 * @param grade what the layer must say, such as {@code BUFFER_2}; empty for any
 * @param needs code of the report, inquiry or work it asks for, such as {@code HERITAGE_INQUIRY}; empty for none
 * @param clauses numbers of the clauses it rests on
 */
public record Overlay(
        String id,
        Optional<LayerKind> layer,
        String grade,
        Condition when,
        Effect effect,
        Amounts amounts,
        String needs,
        List<String> clauses) {
    public Overlay {
        clauses = List.copyOf(clauses);
    }
}
