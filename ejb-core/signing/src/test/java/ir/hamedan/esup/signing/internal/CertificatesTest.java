package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateState;
import ir.hamedan.esup.signing.api.CertificateView;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import ir.hamedan.esup.signing.api.Signer;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    private final World world = new World();

    private IssuedCertificate issue(String reference) {
        return world.database.transaction(() -> world.certificates().issue(Papers.clearance(reference)));
    }

    private CertificateView view(IssuedCertificate issued) {
        return world.verification().verify(issued.number().digits(), issued.secret());
    }

    @Test
    void what_was_issued_can_be_verified_with_number_and_secret() {
        IssuedCertificate issued = issue("inquiry:1");

        CertificateView view = view(issued);

        assertEquals(issued.number(), view.number());
        assertEquals(CertificateState.VALID, view.state());
        assertEquals(Papers.answer(), view.answer());
        assertEquals(Papers.transfer(1).verdict(), view.verdict());
        assertEquals("مهر الکترونیک شهرداری همدان (نمایشی)", view.signature().signer());
        assertEquals("SHA256withECDSA", view.signature().algorithm());
        assertEquals(issued.signatureNumber(), view.signatureNumber());
        assertEquals("https://esup.example/v/" + issued.number() + "/" + issued.secret(), issued.verifyUrl());
        assertEquals(
                List.of("certificate.issued"),
                world.audited.stream().map(a -> a.action()).toList());
    }

    @Test
    void number_and_secret_are_read_as_people_type_them() {
        IssuedCertificate issued = issue("inquiry:1");
        String number = " " + PersianText.digits(issued.number().text()) + " ";
        String secret = issued.secret()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("(.{4})", "$1 - ")
                .replace('0', 'o')
                .replace('1', 'l');

        assertEquals(
                issued.number(), world.verification().verify(number, secret).number());
    }

    @Test
    void the_same_reference_gets_the_same_certificate_and_the_same_secret() {
        IssuedCertificate first = issue("inquiry:1");
        IssuedCertificate second = issue("inquiry:1");

        assertEquals(first, second);
        assertEquals(1L, count("register"));
    }

    @Test
    void many_who_ask_for_one_reference_at_once_get_one_certificate() {
        Set<IssuedCertificate> all = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 12).parallel().forEach(i -> all.add(issue("inquiry:1")));

        assertEquals(1, all.size());
        assertEquals(1L, count("register"));
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_no_certificate() {
        assertThrows(
                IllegalStateException.class,
                () -> world.database.inTransaction(() -> {
                    world.certificates().issue(Papers.clearance("inquiry:1"));
                    throw new IllegalStateException("the case could not be written");
                }));

        assertEquals(0L, count("register"));
        assertEquals(0L, count("journal"));
    }

    @Test
    void an_officer_signs_with_a_key_of_his_own() {
        Signer officer = Signer.officer("karimi", "مینا کریمی");
        IssuedCertificate issued = world.database.transaction(
                () -> world.certificates().issue(Papers.request("inquiry:2", officer, Papers.transfer(1))));

        assertEquals("مینا کریمی (نمایشی)", view(issued).signature().signer());
    }

    @Test
    void there_are_two_negative_answers_only() {
        IssuedCertificate issued = issue("inquiry:1");
        String number = issued.number().digits();
        String unknown = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 999)
                .digits();
        String wrongDigit = (number.charAt(0) == '1' ? "2" : "1") + number.substring(1);

        assertEquals("signing.no-such-certificate", refusal(number, "0000000000000000"));
        assertEquals("signing.no-such-certificate", refusal(unknown, issued.secret()));
        assertEquals("signing.mistyped", refusal(wrongDigit, issued.secret()));
        assertEquals("signing.mistyped", refusal(number, issued.secret().substring(1)));
        assertEquals("signing.mistyped", refusal("' or 1=1 --", null));
    }

    @Test
    void every_negative_answer_costs_the_same_statement() {
        IssuedCertificate issued = issue("inquiry:1");
        String number = issued.number().digits();
        List<String> asked = new ArrayList<>();
        VerificationBean verification = world.verification();
        verification.source = Recorded.statements(verification.source, asked);
        verification.open();

        for (String[] typed : new String[][] {
            {number, "0000000000000000"},
            {
                CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 999)
                        .digits(),
                issued.secret()
            },
            {"1", "2"}
        }) {
            assertThrows(Problem.class, () -> verification.verify(typed[0], typed[1]));
        }

        assertEquals(3, asked.size(), asked.toString());
        assertEquals(1, Set.copyOf(asked).size(), asked.toString());
    }

    private String refusal(String number, String secret) {
        Problem problem = assertThrows(Problem.class, () -> world.verification().verify(number, secret));
        Problem original =
                assertThrows(Problem.class, () -> world.verification().original(number, secret));
        assertEquals(problem.code(), original.code());
        return problem.code();
    }

    @Test
    void a_certificate_expires_and_stays_authentic() {
        IssuedCertificate issued = issue("inquiry:1");

        assertEquals(CertificateState.VALID, stateAt(issued, Instant.parse("2026-12-24T20:29:59Z")));
        assertEquals(CertificateState.EXPIRED, stateAt(issued, Instant.parse("2026-12-24T20:30:00Z")));
    }

    private CertificateState stateAt(IssuedCertificate issued, Instant now) {
        return world.verification(now)
                .verify(issued.number().digits(), issued.secret())
                .state();
    }

    @Test
    void a_later_answer_takes_the_place_of_the_earlier() {
        IssuedCertificate first = issue("inquiry:1");
        IssuedCertificate second = issue("inquiry:2");
        world.database.inTransaction(() -> world.certificates().supersede(first.number(), "inquiry:2"));
        world.database.inTransaction(() -> world.certificates().supersede(first.number(), "inquiry:2"));

        CertificateView view = view(first);
        assertEquals(CertificateState.SUPERSEDED, view.state());
        assertEquals(Optional.of(second.number()), view.supersededBy());
        assertEquals(1L, count("status"));
    }

    @Test
    void a_revoked_certificate_tells_everybody_why() {
        IssuedCertificate issued = issue("inquiry:1");
        world.database.inTransaction(() ->
                world.certificates().revoke(issued.number(), "ISSUED_IN_ERROR", "مالک ملک به اشتباه ثبت شده بود."));
        world.database.inTransaction(() -> world.certificates().supersede(issued.number(), "inquiry:2"));

        CertificateView view = view(issued);
        assertEquals(CertificateState.REVOKED, view.state());
        assertEquals(Optional.of("ISSUED_IN_ERROR"), view.reasonCode());
        assertEquals(Optional.of("مالک ملک به اشتباه ثبت شده بود."), view.reason());
        assertEquals(Optional.of(Papers.NOW), view.changedAt());
        assertEquals(Optional.of(view.signature().signer()), view.revokedBy());
        assertEquals("mahdavi", world.sql.one("select actor from signing.status", row -> row.text("actor")));
        assertThrows(Problem.class, () -> world.certificates().revoke(issued.number(), "ISSUED_IN_ERROR", " "));
    }

    @Test
    void the_application_can_neither_change_nor_delete_what_is_registered() {
        issue("inquiry:1");
        for (String table : List.of("signer", "journal", "register", "status", "node", "tree_head")) {
            for (String change : List.of(
                    "delete from signing." + table,
                    "truncate signing." + table,
                    "update signing." + table + " set "
                            + (table.equals("signer") ? "name = 'x'" : "signature_number = 1"))) {
                if (change.startsWith("update") && table.equals("node")) {
                    continue;
                }
                Sql.Failure failure = assertThrows(Sql.Failure.class, () -> world.sql.run(change), change);
                assertEquals("42501", failure.state(), change);
            }
        }
    }

    @Test
    void the_original_comes_back_byte_for_byte() {
        IssuedCertificate issued = issue("inquiry:1");
        byte[] original = world.verification().original(issued.number().digits(), issued.secret());

        assertArrayEquals(world.certificates().pdf(issued.number()).orElseThrow(), original);
        assertTrue(new String(original, java.nio.charset.StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void staff_find_certificates_by_number_subject_and_reference() {
        IssuedCertificate first = issue("inquiry:1");
        issue("inquiry:2");
        Page.Request page = new Page.Request(0, 10);

        assertEquals(2, world.certificates().search("", page).total());
        assertEquals(2, world.certificates().search("1-5-67", page).total());
        assertEquals(1, world.certificates().search("inquiry:1", page).total());
        assertEquals(
                List.of(first.number()),
                world.certificates().search(PersianText.digits(first.number().text()), page).rows().stream()
                        .map(row -> row.number())
                        .toList());
        assertEquals(0, world.certificates().search("%", page).total());
    }

    @Test
    void no_key_no_certificate() {
        SigningConfig none = new SigningConfig(
                "pkcs12",
                Optional.of(world.data.resolve("missing.p12")),
                Optional.of("secret"),
                "office",
                Optional.empty(),
                0,
                "ecdsa",
                false,
                world.data,
                "https://esup.example");
        World dead = new World(SigningKeys.with(none));

        Problem problem = assertThrows(
                Problem.class,
                () -> dead.database.transaction(() -> dead.certificates().issue(Papers.clearance("a"))));

        assertEquals("signing.unavailable", problem.code());
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
    }

    @Test
    void a_key_whose_certificate_is_over_signs_nothing() {
        issue("inquiry:1");
        Instant later = Papers.NOW.plus(Duration.ofDays(6 * 365));

        Problem problem = assertThrows(
                Problem.class,
                () -> world.database.transaction(() -> world.certificates(later).issue(Papers.clearance("inquiry:9"))));

        assertEquals("signing.unavailable", problem.code());
    }

    @Test
    void only_the_owner_may_read_the_demo_keys() throws Exception {
        issue("inquiry:1");
        for (String name : List.of("demo.p12", "demo.password")) {
            var rights =
                    Files.getPosixFilePermissions(world.keys.config().data().resolve("signing/" + name));
            assertEquals("rw-------", PosixFilePermissions.toString(rights));
        }
    }

    private long count(String table) {
        return world.sql.one("select count(*) as rows from signing." + table, row -> row.number("rows"));
    }
}
