package ir.hamedan.esup.signing.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Merkle tree while leaves are put to its right end: it needs only its peaks and tells the subtrees that are complete now. */
final class TreeGrowth {
    /** A complete subtree: 2^level leaves, the first of them at position * 2^level. */
    record Place(int level, long position) {}

    private final Map<Place, byte[]> known = new HashMap<>();
    private long size;

    TreeGrowth(long size, Map<Place, byte[]> peaks) {
        this.size = size;
        known.putAll(peaks);
    }

    /** The largest complete subtrees of a tree of this size, from left to right: its root is made of them alone. */
    static List<Place> peaks(long size) {
        List<Place> peaks = new ArrayList<>();
        for (int level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                peaks.add(new Place(level, (size >> level) - 1));
            }
        }
        return peaks;
    }

    /** Puts a leaf to the right end and tells the subtrees above it that it completes. */
    Map<Place, byte[]> add(byte[] leafHash) {
        Map<Place, byte[]> complete = new HashMap<>();
        Place place = new Place(0, size);
        byte[] hash = leafHash;
        complete.put(place, hash);
        while ((place.position() & 1) == 1) {
            byte[] left = known.get(new Place(place.level(), place.position() - 1));
            hash = MerkleTree.node(left, hash);
            place = new Place(place.level() + 1, place.position() >> 1);
            complete.put(place, hash);
        }
        known.putAll(complete);
        size++;
        return complete;
    }

    long size() {
        return size;
    }

    byte[] root() {
        return new MerkleTree(size, (level, position) -> known.get(new Place(level, position))).root();
    }
}
