package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** What may be built on a parcel, with the clause that says so. For everybody: no owner and no debt is in an answer. */
public interface Rules {
    /**
     * What somebody supposes in a question.
     *
     * @param with codes of neighbours put to the parcel; what stands on one means the parcel
     * @param ceded area given up for the street of one's own will, hundredths of a square metre
     * @param rooms of a hotel
     * @param uses codes of the only uses that are looked at, permitted or not; none for all that are permitted
     */
    record Supposed(List<RenewalCode> with, long ceded, OptionalInt rooms, List<String> uses) {
        public static final Supposed NOTHING = new Supposed(List.of(), 0, OptionalInt.empty(), List.of());

        /** The most uses that are looked at one by one. */
        public static final int MOST_USES = 10;

        /** The most that may be ceded: a hectare. */
        public static final long MOST_CEDED = 1_000_000;

        /** {@code rulebooks.too-many-uses}, {@code rulebooks.ceded-wrong} at their fields. */
        public Supposed {
            with = List.copyOf(with);
            uses = uses.stream().distinct().toList();
            if (uses.size() > MOST_USES) {
                throw Problem.invalid("rulebooks.too-many-uses", MOST_USES).at("use");
            }
            if (ceded < 0 || ceded > MOST_CEDED) {
                throw Problem.invalid("rulebooks.ceded-wrong").at("ceded");
            }
        }

        /** What is ceded as it is typed, in whole square metres; {@code rulebooks.ceded-wrong} at its field. */
        public static long ceded(String typed) {
            String digits = PersianText.value(typed);
            if (!digits.matches("[0-9]{0,7}")) {
                throw Problem.invalid("rulebooks.ceded-wrong").at("ceded");
            }
            return digits.isEmpty() ? 0 : Long.parseLong(digits) * 100;
        }

        /** Rooms as they are typed; empty for none said; {@code rulebooks.rooms-wrong} at its field. */
        public static OptionalInt rooms(String typed) {
            String digits = PersianText.value(typed);
            if (!digits.matches("[0-9]{0,4}")) {
                throw Problem.invalid("rulebooks.rooms-wrong").at("rooms");
            }
            return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
        }

        /** Some uses alone, and nothing else supposed. */
        public static Supposed uses(List<String> codes) {
            return new Supposed(List.of(), 0, OptionalInt.empty(), codes);
        }
    }

    /**
     * The rules of a parcel on a day, as the city knew them at an instant.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, {@code parcels.registered-later}, {@code
     *     parcels.code-replaced}, {@code rulebooks.no-book} when no book was in force on that day, {@code rulebooks.known-in-the-future}, {@code
     *     rulebooks.unknown-use}; for plots put together those of {@link ir.hamedan.esup.parcels.api.Sites#united}
     */
    Answer of(RenewalCode parcel, LocalDate on, Instant known, Supposed supposed);

    /**
     * The same for the parcel at a point, degrees of WGS84.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.outside-city}, {@code parcels.point-on-street}, {@code
     *     parcels.point-wrong}
     */
    Answer at(double longitude, double latitude, LocalDate on, Instant known);

    /**
     * An answer as machines read it; equal answers give equal bytes.
     *
     * @param hash of the document without it
     * @param content hash of the document without its hash and its instant: as long as nothing new is known it stays the same
     */
    record Document(Verdict verdict, String json, String hash, String content) {}

    Document document(Answer answer);
}
