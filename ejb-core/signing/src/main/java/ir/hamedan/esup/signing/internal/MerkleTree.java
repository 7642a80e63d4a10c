package ir.hamedan.esup.signing.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over SHA-256: its root, proofs that a leaf is in it and proofs that a larger
 * tree continues a smaller one; and the checks of both, which need no tree. Only complete subtrees are kept anywhere:
 * they never change while the tree grows.
 */
final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The complete subtrees. */
    @FunctionalInterface
    interface Nodes {
        /** The hash of the subtree of 2^level leaves that begins with leaf position * 2^level. */
        byte[] hash(int level, long position);
    }

    private final long size;
    private final Nodes nodes;

    MerkleTree(long size, Nodes nodes) {
        this.size = size;
        this.nodes = nodes;
    }

    static byte[] leaf(byte[] entry) {
        return Digests.sha256(LEAF, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return Digests.sha256(NODE, left, right);
    }

    byte[] root() {
        return size == 0 ? Digests.sha256() : root(0, size);
    }

    private byte[] root(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.hash(level, from >> level);
        }
        long middle = from + split(width);
        return node(root(from, middle), root(middle, to));
    }

    /** The hashes beside the way from a leaf to the root. */
    List<byte[]> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("leaf " + index + " of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /** The hashes that show that this tree continues its own first leaves. */
    List<byte[]> consistency(long first) {
        if (first < 1 || first > size) {
            throw new IndexOutOfBoundsException("first " + first + " of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        if (first < size) {
            consistency(first, 0, size, true, path);
        }
        return path;
    }

    private void consistency(long first, long from, long to, boolean whole, List<byte[]> path) {
        long width = to - from;
        if (first == width) {
            if (!whole) {
                path.add(root(from, to));
            }
            return;
        }
        long left = split(width);
        if (first <= left) {
            consistency(first, from, from + left, whole, path);
            path.add(root(from + left, to));
        } else {
            consistency(first - left, from + left, to, false, path);
            path.add(root(from, from + left));
        }
    }

    /** The largest power of two below the width. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }

    /** Whether the path leads from this leaf at this index to the root of a tree of this size (RFC 9162, 2.1.3.2). */
    static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the path shows that the second tree continues the first (RFC 9162, 2.1.4.2). */
    static boolean continues(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> path) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        List<byte[]> hashes = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            hashes.add(0, firstRoot);
        }
        return !hashes.isEmpty() && climbs(first - 1, second - 1, hashes, firstRoot, secondRoot);
    }

    private static boolean climbs(long first, long second, List<byte[]> hashes, byte[] firstRoot, byte[] secondRoot) {
        long node = first;
        long last = second;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] one = hashes.get(0);
        byte[] two = hashes.get(0);
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                one = node(hash, one);
                two = node(hash, two);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                two = node(two, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(one, firstRoot) && Arrays.equals(two, secondRoot);
    }
}
