package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateState;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import ir.hamedan.esup.signing.api.PdfVerdict;
import ir.hamedan.esup.signing.api.PdfVerdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfVerdictTest {
    private final World world = new World();
    private final IssuedCertificate issued =
            world.database.transaction(() -> world.certificates().issue(Papers.clearance("inquiry:1")));
    private final byte[] pdf = world.certificates().pdf(issued.number()).orElseThrow();

    @Test
    void the_original_is_ours_and_unchanged() {
        PdfVerdict verdict = world.verification().verifyPdf(pdf);

        assertEquals(Verdict.OURS_UNCHANGED, verdict.verdict());
        assertEquals(Optional.of(issued.number()), verdict.number());
        assertEquals(Optional.of(CertificateState.VALID), verdict.state());
    }

    @Test
    void two_hundred_changes_of_one_byte_in_the_signed_ranges_are_all_refused() {
        Matcher range = Pattern.compile("/ByteRange \\[(\\d+) (\\d+) (\\d+) (\\d+)\\s*]")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        range.find();
        int first = Integer.parseInt(range.group(2));
        int second = Integer.parseInt(range.group(3));
        Random random = new Random(4711);
        VerificationBean verification = world.verification();
        int recognised = 0;
        for (int i = 0; i < 200; i++) {
            int place = i % 4 == 0 ? second + random.nextInt(pdf.length - second) : random.nextInt(first);
            byte[] changed = pdf.clone();
            changed[place] ^= (byte) (1 << random.nextInt(8));

            PdfVerdict verdict = verification.verifyPdf(changed);

            assertNotEquals(Verdict.OURS_UNCHANGED, verdict.verdict(), "byte " + place);
            if (verdict.verdict() == Verdict.OURS_CHANGED) {
                assertEquals(Optional.of(issued.number()), verdict.number());
                recognised++;
            }
        }
        // A byte of the very number hides whose it is.
        assertTrue(recognised > 190, recognised + " recognised as changed");
    }

    @Test
    void whatever_is_done_to_the_signature_itself_is_refused_too() {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf("/Contents <") + 11;
        Random random = new Random(4712);
        for (int i = 0; i < 60; i++) {
            byte[] changed = pdf.clone();
            int place = start + random.nextInt(3_000);
            changed[place] = (byte) (changed[place] == '0' ? '1' : '0');

            assertNotEquals(
                    Verdict.OURS_UNCHANGED,
                    world.verification().verifyPdf(changed).verdict());
        }
    }

    @Test
    void what_is_put_behind_the_end_changes_it() {
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);

        assertEquals(
                Verdict.OURS_CHANGED, world.verification().verifyPdf(longer).verdict());
    }

    @Test
    void a_revoked_certificate_is_unchanged_and_revoked() {
        world.database.inTransaction(
                () -> world.certificates().revoke(issued.number(), "ISSUED_IN_ERROR", "اشتباه در صدور"));

        PdfVerdict verdict = world.verification().verifyPdf(pdf);

        assertEquals(Verdict.OURS_UNCHANGED, verdict.verdict());
        assertEquals(Optional.of(CertificateState.REVOKED), verdict.state());
    }

    @Test
    void what_another_key_signed_is_not_ours() {
        World forger = new World();
        IssuedCertificate forged =
                forger.database.transaction(() -> forger.certificates().issue(Papers.clearance("inquiry:1")));

        PdfVerdict verdict = world.verification()
                .verifyPdf(forger.certificates().pdf(forged.number()).orElseThrow());

        assertEquals(new PdfVerdict(Verdict.NOT_OURS, Optional.empty(), Optional.empty(), Optional.empty()), verdict);
    }

    @Test
    void anything_else_is_not_ours_and_does_no_harm() {
        for (String file : new String[] {"", "%PDF-1.7", "/Contents <" + "30".repeat(500) + ">", "\u0000\u00ff"}) {
            byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(Verdict.NOT_OURS, world.verification().verifyPdf(bytes).verdict());
        }
        Problem problem = assertThrows(Problem.class, () -> world.verification().verifyPdf(new byte[5_000_001]));
        assertEquals("signing.pdf-too-large", problem.code());
    }
}
