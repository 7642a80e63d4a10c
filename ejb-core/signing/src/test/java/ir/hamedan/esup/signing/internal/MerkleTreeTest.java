package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.signing.internal.TreeGrowth.Place;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleTreeTest {
    /** The leaves and roots of the test data of the Certificate Transparency project, which RFC 9162 continues. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** A tree with all its complete subtrees, grown leaf by leaf. */
    private static final class Grown {
        final Map<Place, byte[]> nodes = new HashMap<>();
        final TreeGrowth growth = new TreeGrowth(0, Map.of());

        Grown add(byte[] entry) {
            nodes.putAll(growth.add(MerkleTree.leaf(entry)));
            return this;
        }

        static Grown of(int size) {
            Grown tree = new Grown();
            for (int i = 0; i < size; i++) {
                tree.add(entry(i));
            }
            return tree;
        }

        MerkleTree tree(long size) {
            return new MerkleTree(size, (level, position) -> nodes.get(new Place(level, position)));
        }
    }

    private static byte[] entry(int i) {
        return new byte[] {(byte) i, (byte) (i >> 8)};
    }

    @Example
    void the_roots_of_the_published_vectors_come_out() {
        Grown tree = new Grown();
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(HexFormat.of().parseHex(LEAVES.get(i)));
            assertEquals(ROOTS.get(i), HexFormat.of().formatHex(tree.tree(i + 1).root()));
            assertEquals(ROOTS.get(i), HexFormat.of().formatHex(tree.growth.root()));
        }
    }

    @Example
    void the_empty_tree_has_the_hash_of_nothing_for_its_root() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                HexFormat.of().formatHex(new MerkleTree(0, (level, position) -> new byte[0]).root()));
    }

    @Property(tries = 300)
    void every_leaf_is_proved_and_no_other(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int index) {
        int leaf = index % size;
        MerkleTree tree = Grown.of(size).tree(size);
        byte[] root = tree.root();
        List<byte[]> path = tree.inclusion(leaf);
        byte[] hash = MerkleTree.leaf(entry(leaf));

        assertTrue(MerkleTree.includes(hash, leaf, size, path, root));
        assertFalse(MerkleTree.includes(MerkleTree.leaf(entry(leaf + 1)), leaf, size, path, root));
        assertFalse(MerkleTree.includes(hash, size, size, path, root));
        if (size > 1) {
            assertFalse(MerkleTree.includes(hash, (leaf + 1) % size, size, path, root));
            path.get(path.size() - 1)[0] ^= 1;
            assertFalse(MerkleTree.includes(hash, leaf, size, path, root));
        }
    }

    @Property(tries = 300)
    void every_earlier_tree_is_continued_and_no_other(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int some) {
        int first = 1 + some % size;
        Grown grown = Grown.of(size);
        byte[] firstRoot = grown.tree(first).root();
        byte[] root = grown.tree(size).root();
        List<byte[]> path = grown.tree(size).consistency(first);

        assertTrue(MerkleTree.continues(first, firstRoot, size, root, path));
        byte[] rewritten = firstRoot.clone();
        rewritten[0] ^= 1;
        assertFalse(MerkleTree.continues(first, rewritten, size, root, path));
        assertFalse(MerkleTree.continues(first, firstRoot, size, rewritten, path));
    }

    @Property(tries = 100)
    void a_tree_that_grows_from_its_peaks_alone_is_the_same_tree(
            @ForAll @IntRange(max = 200) int size, @ForAll @IntRange(min = 1, max = 50) int more) {
        Grown whole = Grown.of(size + more);
        Map<Place, byte[]> peaks = new HashMap<>();
        TreeGrowth.peaks(size).forEach(place -> peaks.put(place, whole.nodes.get(place)));
        TreeGrowth again = new TreeGrowth(size, peaks);
        for (int i = size; i < size + more; i++) {
            again.add(MerkleTree.leaf(entry(i)));
        }

        assertArrayEquals(whole.tree(size + more).root(), again.root());
    }
}
