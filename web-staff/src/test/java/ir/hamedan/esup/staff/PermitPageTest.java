package ir.hamedan.esup.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermitPageTest {
    @Test
    void what_is_wrong_with_a_remark_is_said_at_the_row_it_was_typed_in() {
        Problem second = Problem.invalid("permits.clause-unknown").at("remarks[1].clause");
        assertEquals(
                Optional.of("remarks[4].clause"),
                PermitPage.inRow(second, List.of(0, 4)).field());
    }

    @Test
    void what_is_wrong_with_the_whole_request_is_said_of_no_row() {
        Problem whole = Problem.conflict("permits.decided");
        assertEquals(Optional.empty(), PermitPage.inRow(whole, List.of()).field());
    }
}
