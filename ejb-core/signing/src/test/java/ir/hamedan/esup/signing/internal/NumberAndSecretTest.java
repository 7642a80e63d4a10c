package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NumberAndSecretTest {
    @Provide
    Arbitrary<CertificateNumber> numbers() {
        return Combinators.combine(
                        Arbitraries.integers().between(1400, 1599),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(CertificateKind.class),
                        Arbitraries.longs().between(0, 999_999_999L))
                .as(CertificateNumber::of);
    }

    @Example
    void a_number_is_made_of_year_region_kind_serial_and_check_digits() {
        CertificateNumber number = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 4711);

        assertEquals("1405/1/01/000004711/41", number.text());
        assertEquals(1405, number.year());
        assertEquals(1, number.region());
        // 140510100000471100 mod 97 = 57, and 98 - 57 = 41.
        assertEquals(57, 140510100000471100L % 97);
    }

    @Property
    void what_is_printed_can_be_typed(@ForAll("numbers") CertificateNumber number) {
        assertEquals(number, CertificateNumber.parse(number.text()));
        assertEquals(number, CertificateNumber.parse(number.digits()));
        assertEquals(number, CertificateNumber.parse(PersianText.digits(number.text())));
        assertEquals(number, CertificateNumber.parse(number.text().replace('/', ' ') + "\u200C"));
    }

    @Property
    void a_changed_digit_is_noticed(
            @ForAll("numbers") CertificateNumber number,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        char digit = (char) ('0' + (number.digits().charAt(place) - '0' + shift) % 10);
        String typed =
                number.digits().substring(0, place) + digit + number.digits().substring(place + 1);

        assertMistyped(typed);
    }

    @Property
    void two_swapped_neighbours_are_noticed(
            @ForAll("numbers") CertificateNumber number, @ForAll @IntRange(max = 16) int place) {
        String digits = number.digits();
        String typed = digits.substring(0, place)
                + digits.charAt(place + 1)
                + digits.charAt(place)
                + digits.substring(place + 2);
        if (!typed.equals(digits)) {
            assertMistyped(typed);
        }
    }

    private static void assertMistyped(String typed) {
        Problem problem = assertThrows(Problem.class, () -> CertificateNumber.parse(typed));
        assertEquals("signing.mistyped", problem.code());
    }

    @Property(tries = 200)
    void a_secret_is_read_in_either_case_and_with_the_letters_people_mistake() {
        Secret secret = Secret.fresh();

        assertEquals(secret, Secret.parse(secret.grouped()));
        assertEquals(secret, Secret.parse(secret.text().toLowerCase(Locale.ROOT)));
        assertEquals(secret, Secret.parse(secret.text().replace('0', 'O').replace('1', 'I')));
        assertEquals(secret, Secret.parse(secret.text().replace('0', 'o').replace('1', 'l')));
        assertEquals(secret, Secret.parse(PersianText.digits(secret.text())));
    }

    @Example
    void secrets_are_random_and_stand_in_no_log() {
        Set<String> seen = new HashSet<>();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            String text = Secret.fresh().text();
            seen.add(text);
            all.append(text);
        }

        assertEquals(10_000, seen.size());
        assertEquals(32, all.chars().distinct().count());
        assertEquals("secret", Secret.fresh().toString());
    }

    @Example
    void the_proof_binds_number_and_secret() {
        CertificateNumber one = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 1);
        CertificateNumber two = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 2);
        Secret secret = Secret.fresh();

        assertNotEquals(Digests.base64(secret.proof(one)), Digests.base64(secret.proof(two)));
    }
}
