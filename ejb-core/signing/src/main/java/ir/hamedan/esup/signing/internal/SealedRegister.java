package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Inclusion;
import ir.hamedan.esup.signing.api.TreeHead;
import ir.hamedan.esup.signing.internal.TreeGrowth.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** The Merkle tree over the register, as the database keeps it. */
final class SealedRegister {
    private static final String HEAD = """
            select h.size, h.root_hash, h.at, h.statement, j.signature, j.algorithm, s.chain[1] as certificate
              from signing.tree_head h
              join signing.journal j on j.signature_number = h.signature_number
              join signing.signer s on s.fingerprint = j.signer
            """;

    private final Sql sql;

    SealedRegister(DataSource source) {
        this.sql = new Sql(source);
    }

    Optional<TreeHead> head() {
        return sql.first(HEAD + " order by h.size desc limit 1", SealedRegister::head);
    }

    Optional<TreeHead> head(long size) {
        return sql.first(HEAD + " where h.size = ?", SealedRegister::head, size);
    }

    private static TreeHead head(Sql.Row row) throws SQLException {
        return new TreeHead(
                row.number("size"),
                Digests.base64(row.bytes("root_hash")),
                row.instant("at"),
                row.text("statement"),
                Digests.base64(row.bytes("signature")),
                row.text("algorithm"),
                Digests.base64(row.bytes("certificate")));
    }

    /** The leaf of a certificate, with the proof under the newest head. */
    Optional<Inclusion> inclusion(CertificateNumber number) {
        record Leaf(long position, String entry) {}
        Optional<Leaf> leaf = sql.first(
                "select position, entry from signing.node where number = ?",
                row -> new Leaf(row.number("position"), row.text("entry")),
                number.digits());
        Optional<TreeHead> head =
                head().filter(found -> leaf.isPresent() && leaf.get().position() < found.size());
        return head.map(found -> new Inclusion(
                leaf.get().entry(),
                leaf.get().position(),
                proof(found.size(), tree -> tree.inclusion(leaf.get().position())),
                found));
    }

    List<String> consistency(long first, long second) {
        long sealed = head().map(TreeHead::size).orElse(0L);
        if (first < 1 || first > second || second > sealed) {
            throw Problem.notFound("signing.no-such-tree", first, second);
        }
        return proof(second, tree -> tree.consistency(first));
    }

    /** Asks the tree twice: first to learn which subtrees it needs, then with all of them read at once. */
    private List<String> proof(long size, Function<MerkleTree, List<byte[]>> ask) {
        Set<Place> needed = new LinkedHashSet<>();
        MerkleTree blank = new MerkleTree(size, (level, position) -> {
            needed.add(new Place(level, position));
            return new byte[0];
        });
        int length = ask.apply(blank).size();
        Map<Place, byte[]> hashes = hashes(needed);
        MerkleTree tree = new MerkleTree(size, (level, position) -> hashes.get(new Place(level, position)));
        List<String> proof = new ArrayList<>(length);
        ask.apply(tree).forEach(hash -> proof.add(Digests.base64(hash)));
        return proof;
    }

    Map<Place, byte[]> hashes(Collection<Place> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        List<Long> levels = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (Place place : places) {
            levels.add((long) place.level());
            positions.add(place.position());
        }
        Map<Place, byte[]> hashes = new HashMap<>();
        sql.list(
                "select n.level, n.position, n.hash from unnest(?::bigint[], ?::bigint[]) as p(level, position)"
                        + " join signing.node n on n.level = p.level and n.position = p.position",
                row -> hashes.put(new Place(row.integer("level"), row.number("position")), row.bytes("hash")),
                levels,
                positions);
        if (hashes.size() != places.size()) {
            throw new IllegalStateException("the sealed register has lost nodes");
        }
        return hashes;
    }
}
