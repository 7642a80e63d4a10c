package ir.hamedan.esup.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The renewal code (کد نوسازی), key of every land object: region, sub-district, block, parcel, building, apartment,
 * shop. Missing lower parts are 0. Parts compare as numbers, never as text. A new property bears a provisional code,
 * whose first part is {@code d}, until the audit numbers it; it is kept here as region 0.
 *
 * <p>Shown in one canonical order and always isolated left to right. Source: domain guide 1.1.
 */
public record RenewalCode(int region, int subDistrict, int block, int parcel, int building, int apartment, int shop)
        implements Comparable<RenewalCode> {
    /** The level of the land object a code names. */
    public enum Level {
        BLOCK,
        PARCEL,
        BUILDING,
        APARTMENT,
        SHOP
    }

    private static final int LARGEST_PART = 999_999;
    private static final Pattern FORM = Pattern.compile("(?:d|\\d{1,6})(?:-\\d{1,6}){2,6}");

    public RenewalCode {
        for (int part : new int[] {region, subDistrict, block, parcel, building, apartment, shop}) {
            if (part < 0 || part > LARGEST_PART) {
                throw Problem.invalid("kernel.renewal-code.malformed", part);
            }
        }
        if (subDistrict == 0 || block == 0 || parcel == 0 && (building | apartment | shop) != 0) {
            throw Problem.invalid(
                    "kernel.renewal-code.malformed",
                    text(region, subDistrict, block, parcel, building, apartment, shop));
        }
    }

    /**
     * Reads a code as people type it: digits of all scripts, spaces, three to seven parts separated by hyphens.
     *
     * @throws Problem {@code kernel.renewal-code.malformed}
     */
    public static RenewalCode parse(String text) {
        String plain = PersianText.asciiDigits(PersianText.clean(text == null ? "" : text))
                .replaceAll("\\s", "")
                .replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('\u2013', '-')
                .replace('\u2212', '-')
                .replace('D', 'd');
        if (!FORM.matcher(plain).matches()) {
            throw Problem.invalid("kernel.renewal-code.malformed", text == null ? "" : text.strip());
        }
        int[] parts = new int[7];
        String[] given = plain.split("-", -1);
        for (int i = 0; i < given.length; i++) {
            parts[i] = i == 0 && given[i].equals("d") ? 0 : Integer.parseInt(given[i]);
        }
        if (parts[0] == 0 && !given[0].equals("d")) {
            throw Problem.invalid("kernel.renewal-code.malformed", text.strip());
        }
        return new RenewalCode(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }

    /** The code that was typed; empty where it is none, as where whoever searches may type something else. */
    public static Optional<RenewalCode> ifOne(String text) {
        try {
            return Optional.of(parse(text));
        } catch (Problem notACode) {
            return Optional.empty();
        }
    }

    /** A provisional code given before the audit. */
    public boolean provisional() {
        return region == 0;
    }

    public Level level() {
        if (shop != 0) {
            return Level.SHOP;
        }
        if (apartment != 0) {
            return Level.APARTMENT;
        }
        if (building != 0) {
            return Level.BUILDING;
        }
        return parcel != 0 ? Level.PARCEL : Level.BLOCK;
    }

    /** The code of the parcel this object stands on. */
    public RenewalCode ofParcel() {
        return new RenewalCode(region, subDistrict, block, parcel, 0, 0, 0);
    }

    /** What this object stands on: its block, parcel, building and unit, as far as there are such, the block first. */
    public List<RenewalCode> above() {
        return Stream.of(
                        new RenewalCode(region, subDistrict, block, 0, 0, 0, 0),
                        ofParcel(),
                        new RenewalCode(region, subDistrict, block, parcel, building, 0, 0),
                        new RenewalCode(region, subDistrict, block, parcel, building, apartment, 0))
                .distinct()
                .filter(code -> !code.equals(this))
                .toList();
    }

    /** The canonical form with all seven parts, such as {@code 1-5-67-15-1-0-2}. */
    public String text() {
        return text(region, subDistrict, block, parcel, building, apartment, shop);
    }

    /** A key whose text order is the order of the codes: every part padded to six digits. */
    public String sortKey() {
        return IntStream.of(region, subDistrict, block, parcel, building, apartment, shop)
                .mapToObj(part -> String.format(Locale.ROOT, "%06d", part))
                .collect(Collectors.joining());
    }

    @Override
    public int compareTo(RenewalCode other) {
        return Arrays.compare(parts(), other.parts());
    }

    private int[] parts() {
        return new int[] {region, subDistrict, block, parcel, building, apartment, shop};
    }

    @Override
    public String toString() {
        return text();
    }

    private static String text(int... parts) {
        return (parts[0] == 0 ? "d" : Integer.toString(parts[0]))
                + IntStream.of(parts).skip(1).mapToObj(part -> "-" + part).collect(Collectors.joining());
    }
}
