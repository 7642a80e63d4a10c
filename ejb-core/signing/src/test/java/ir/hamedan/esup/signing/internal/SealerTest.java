package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.signing.api.Inclusion;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import ir.hamedan.esup.signing.api.TreeHead;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealerTest {
    private final World world = new World();

    private IssuedCertificate issue(int number) {
        return world.database.transaction(() -> world.certificates().issue(Papers.clearance("inquiry:" + number)));
    }

    private int seal() {
        return world.database.transaction(() -> world.sealer().seal());
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static List<byte[]> bytes(List<String> path) {
        return path.stream().map(SealerTest::bytes).toList();
    }

    @Test
    void nothing_is_sealed_when_nothing_came() {
        assertEquals(0, seal());
        assertTrue(world.verification().treeHead().isEmpty());
        IssuedCertificate issued = issue(1);
        assertEquals(
                Optional.empty(), world.verification().inclusion(issued.number().digits(), issued.secret()));
        assertEquals(1, seal());
        assertEquals(0, seal());
        assertEquals(1L, world.verification().treeHead().orElseThrow().size());
    }

    @Test
    void every_certificate_is_proved_under_a_signed_head_and_every_head_continues_the_last() throws Exception {
        List<IssuedCertificate> all = new ArrayList<>();
        List<TreeHead> heads = new ArrayList<>();
        for (int batch = 0; batch < 4; batch++) {
            for (int i = 0; i <= batch; i++) {
                all.add(issue(all.size()));
            }
            if (batch == 2) {
                IssuedCertificate first = all.get(0);
                world.database.inTransaction(
                        () -> world.certificates().revoke(first.number(), "ISSUED_IN_ERROR", "اشتباه در صدور"));
            }
            seal();
            heads.add(world.verification().treeHead().orElseThrow());
        }

        TreeHead last = heads.get(heads.size() - 1);
        assertEquals(11L, last.size());
        for (IssuedCertificate issued : all) {
            Inclusion proof = world.verification()
                    .inclusion(issued.number().digits(), issued.secret())
                    .orElseThrow();
            assertTrue(MerkleTree.includes(
                    MerkleTree.leaf(proof.leaf().getBytes(StandardCharsets.UTF_8)),
                    proof.index(),
                    last.size(),
                    bytes(proof.path()),
                    bytes(last.rootHash())));
            assertTrue(proof.leaf().contains(issued.number().digits()));
        }
        for (TreeHead head : heads) {
            assertTrue(MerkleTree.continues(
                    head.size(),
                    bytes(head.rootHash()),
                    last.size(),
                    bytes(last.rootHash()),
                    bytes(world.verification().consistency(head.size(), last.size()))));
            assertTrue(signed(head));
            assertEquals(head, world.verification().treeHead(head.size()).orElseThrow());
        }
    }

    private static boolean signed(TreeHead head) throws Exception {
        X509Certificate signer = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes(head.certificate())));
        return head.statement().contains(head.rootHash())
                && SigningKey.verifies(
                        signer, head.statement().getBytes(StandardCharsets.UTF_8), bytes(head.signature()));
    }
}
