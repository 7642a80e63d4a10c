package ir.hamedan.esup.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Problem;
import jakarta.servlet.http.Part;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person has to choose is not chosen for them, and is asked for in its own words. */
class ChoiceTest {
    @Test
    void no_outcome_of_a_report_is_chosen_beforehand() {
        assertNull(new RuleReportsPage().getOutcome());
    }

    @Test
    void a_precedence_without_a_row_asks_for_the_row() {
        Problem problem = assertThrows(Problem.class, new RuleBookPage()::proposePrecedence);
        assertEquals("staff.finding.winner-missing", problem.code());
        assertEquals("winner", problem.field().orElseThrow());
    }

    @Test
    void an_empty_file_is_not_told_to_be_missing() {
        assertEquals("staff.document.empty", refused(part("limit.geojson", 0)));
    }

    private static String refused(Part part) {
        return assertThrows(Problem.class, () -> Uploads.outline(part)).code();
    }

    private static Part part(String name, long size) {
        Map<String, Object> answers = Map.of("getSubmittedFileName", name, "getSize", size);
        return (Part) Proxy.newProxyInstance(
                Part.class.getClassLoader(),
                new Class<?>[] {Part.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
