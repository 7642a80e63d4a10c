package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.workbooks.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a book defines and other lines may name: known even when something else is wrong with the line that defines it. */
final class Known {
    /** Stands for all that nobody can know, as the column is missing in which it is defined; no cell can hold it. */
    private static final String ANYTHING = "\0";

    private final Set<String> chapters = new HashSet<>();
    private final Set<String> clauses = new HashSet<>();
    private final Set<String> zones = new HashSet<>();
    private final Set<String> uses = new HashSet<>();
    private final Set<String> rules = new HashSet<>();
    private final Set<String> rows = new HashSet<>();

    void chapter(Line line, String number) {
        once(line, "number", number, chapters);
    }

    void clause(Line line, String number) {
        once(line, "number", number, clauses);
    }

    void zone(Line line, String code) {
        once(line, "code", code, zones);
    }

    void use(Line line, String code) {
        once(line, "code", code, uses);
    }

    /** Rows and overlay rules share their ids: an answer names both. */
    void row(Line line, String id) {
        if (id.contains("/")) {
            line.fault("id", "rulebooks.fault.stroke-in-id", id);
        }
        once(line, "id", id, rules);
        rows.add(line.hasColumn("id") ? id : ANYTHING);
    }

    void overlay(Line line, String id) {
        once(line, "id", id, rules);
    }

    static void once(Line line, String field, String code, Set<String> seen) {
        if (!line.hasColumn(field)) {
            seen.add(ANYTHING);
        }
        if (!code.isEmpty() && !seen.add(code)) {
            line.fault(field, "twice", code);
        }
    }

    /** Whether a code is among those that are defined, or may be. */
    static Predicate<String> among(Set<String> defined) {
        return code -> defined.contains(code) || defined.contains(ANYTHING);
    }

    void needChapter(Line line, String field, String number) {
        line.mustBeKnown(field, List.of(number), among(chapters), "rulebooks.fault.unknown-chapter");
    }

    void needClauses(Line line, String field, List<String> numbers) {
        line.mustBeKnown(field, numbers, among(clauses), "rulebooks.fault.unknown-clause");
    }

    void needZones(Line line, String field, List<String> codes) {
        line.mustBeKnown(field, codes, among(zones), "rulebooks.fault.unknown-zone");
    }

    void needUses(Line line, String field, List<String> codes) {
        line.mustBeKnown(field, codes, among(uses), "rulebooks.fault.unknown-use");
    }

    /** A row that a narrow street leads to is named by two rows: {@code 13/12}. */
    void needRow(Line line, String field, String id) {
        List<String> parts = List.of(id.split("/", -1));
        line.mustBeKnown(
                field, parts.subList(0, Math.min(2, parts.size())), among(rows), "rulebooks.fault.unknown-row");
    }
}
