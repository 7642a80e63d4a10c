package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.RenewalCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which codes stand above a code, and which on it. */
final class Codes {
    private Codes() {}

    /** Block, parcel, building, unit and the object itself, the block first and always there. */
    static List<String> selfAndAbove(RenewalCode code) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(new RenewalCode(code.region(), code.subDistrict(), code.block(), 0, 0, 0, 0).text());
        codes.add(code.ofParcel().text());
        codes.add(new RenewalCode(code.region(), code.subDistrict(), code.block(), code.parcel(), code.building(), 0, 0)
                .text());
        codes.add(new RenewalCode(
                        code.region(),
                        code.subDistrict(),
                        code.block(),
                        code.parcel(),
                        code.building(),
                        code.apartment(),
                        0)
                .text());
        codes.add(code.text());
        return List.copyOf(codes);
    }

    /** The beginning that the sort keys of the object and of all that stands on it share. */
    static String prefix(RenewalCode code) {
        String key = code.sortKey();
        int length = key.length();
        while (length > 0 && key.startsWith("000000", length - 6)) {
            length -= 6;
        }
        return key.substring(0, length);
    }

    /** Above every key with the prefix and below every other that follows it: digits end before the colon. */
    static String end(String prefix) {
        return prefix + ":";
    }
}
