package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClauseAddressTest {
    @Test
    void a_clause_is_found_whatever_its_number_looks_like() {
        assertEquals("/book/7/clause/3-12", ClauseAddress.of(7, "3-12"));
        assertEquals("/book/7/clause/3/12%20%D8%A7", ClauseAddress.of(7, "3/12 ا"));
    }
}
