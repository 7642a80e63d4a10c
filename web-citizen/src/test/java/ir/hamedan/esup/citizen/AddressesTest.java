package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void what_is_printed_of_an_address_leads_to_where_the_rest_is_typed() {
        assertEquals("/verify", Addresses.Certificate.verify(""));
        assertEquals("/verify?number=140500000000000017", Addresses.Certificate.verify("140500000000000017"));
        assertEquals("/verify?number=%26x%0D%0A", Addresses.Certificate.verify("&x\r\n"));
    }
}
