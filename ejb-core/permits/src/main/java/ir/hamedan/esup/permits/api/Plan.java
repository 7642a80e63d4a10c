package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;

/**
 * What an owner wants to build: the whole of what will stand on the plot when it is done, with what is there already.
 *
 * @param use code of a use of the rule book
 * @param storeys without a parking storey below them where the rules leave it out
 * @param height centimetres
 * @param groundArea built over at the ground, hundredths of a square metre
 * @param floorArea of all storeys that count, hundredths of a square metre
 * @param units dwellings or other units
 * @param spaces to park in
 * @param setback from the street at the front, centimetres
 * @param words whatever else there is to say; may be empty
 */
public record Plan(
        Works works,
        String use,
        int storeys,
        int height,
        int groundArea,
        int floorArea,
        int units,
        int spaces,
        int setback,
        String words) {
    /** The most storeys, units and spaces that are taken: more is a slip of the pen. */
    public static final int MOST = 10_000;

    /** The longest length, centimetres. */
    public static final int LONGEST = 100_000;

    /** The greatest area, hundredths of a square metre: a hundred hectares. */
    public static final int GREATEST = 100_000_000;

    /** The most letters of the words. */
    public static final int MOST_WORDS = 1000;

    /** Whatever is out of its range is refused at its field: {@code permits.out-of-range}, {@code permits.words-long}. */
    public Plan {
        range("storeys", storeys, 1, MOST);
        range("height", height, 1, LONGEST);
        range("groundArea", groundArea, 1, GREATEST);
        range("floorArea", floorArea, 1, GREATEST);
        range("units", units, 1, MOST);
        range("spaces", spaces, 0, MOST);
        range("setback", setback, 0, LONGEST);
        words = PersianText.clean(words);
        if (words.length() > MOST_WORDS) {
            throw Problem.invalid("permits.words-long", MOST_WORDS).at("words");
        }
    }

    private static void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.invalid("permits.out-of-range").at(field);
        }
    }
}
