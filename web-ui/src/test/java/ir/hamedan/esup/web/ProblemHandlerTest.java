package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemHandlerTest {
    @Test
    void an_error_finds_the_input_of_its_name_or_of_a_longer_one_and_never_guesses() {
        List<String> deed = List.of("outcome", "deedNumber", "deedDate");

        assertEquals(Optional.of(2), ProblemHandler.chosen(deed, "date"));
        assertEquals(Optional.of(0), ProblemHandler.chosen(deed, "outcome"));
        assertEquals(Optional.empty(), ProblemHandler.chosen(deed, "name"));
        assertEquals(Optional.of(1), ProblemHandler.chosen(List.of("username", "name"), "name"));
        assertEquals(Optional.of(1), ProblemHandler.chosen(List.of("username", "fullName"), "name"));
        assertEquals(Optional.empty(), ProblemHandler.chosen(List.of("fullName", "newName"), "name"));
        assertEquals(Optional.empty(), ProblemHandler.chosen(List.of("name", "name"), "name"));
        assertEquals(Optional.empty(), ProblemHandler.chosen(List.of("name"), ""));
    }
}
