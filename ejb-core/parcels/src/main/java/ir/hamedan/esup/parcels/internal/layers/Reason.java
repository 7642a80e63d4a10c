package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;

/** Why a planner takes back what was published, in words that say something. */
final class Reason {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;

    private Reason() {}

    /** {@code parcels.reason-missing}. */
    static String of(String typed) {
        String words = PersianText.clean(typed == null ? "" : typed);
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw Problem.invalid("parcels.reason-missing", SHORTEST, LONGEST).at("reason");
        }
        return words;
    }
}
