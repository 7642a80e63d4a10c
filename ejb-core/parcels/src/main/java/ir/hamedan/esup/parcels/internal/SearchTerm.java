package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person looks for in the register: a code or its beginning, a plate, a postal code, or words of an address.
 *
 * @param rank what comes first among the finds, such as {@code a desc, }; empty for nothing but the order of the codes
 */
record SearchTerm(String condition, List<Object> values, String rank, List<Object> rankValues) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;
    /** Shorter words are in no index of three letters. */
    private static final int SHORTEST_WORD = 3;

    private static final String WHOLE = "(' ' || o.search || ' ' like ?)";

    private static final Pattern CODE = Pattern.compile("(?:d|\\d{1,6})(?:-\\d{1,6}){1,6}-?");
    private static final Pattern PLATE = Pattern.compile("\\d{1,9}/\\d{1,9}");
    private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}-?\\d{5}");

    SearchTerm(String condition, List<Object> values) {
        this(condition, values, "", List.of());
    }

    /**
     * Understands what was typed, in digits of any script.
     *
     * @throws Problem {@code parcels.search-too-short} or {@code parcels.search-too-long}
     */
    static SearchTerm of(String typed) {
        String text = PersianText.asciiDigits(PersianText.clean(typed == null ? "" : typed));
        if (text.length() > LONGEST) {
            throw Problem.invalid("parcels.search-too-long", LONGEST);
        }
        String tight = text.replaceAll("\\s", "").replaceAll("[\u2010\u2011\u2013\u2212]", "-");
        if (POSTAL_CODE.matcher(tight).matches()) {
            return new SearchTerm("o.postal_code = ?", List.of(tight.replace("-", "")));
        }
        if (CODE.matcher(tight).matches()) {
            String prefix = sortKeyPrefix(tight);
            return new SearchTerm("o.sort_key >= ? and o.sort_key < ?", List.of(prefix, prefix + "x"));
        }
        if (PLATE.matcher(tight).matches()) {
            return new SearchTerm("o.plate = ?", List.of(tight));
        }
        return words(text);
    }

    /** Trailing zeros are missing parts: 1-5-67-0-0-0-0 is the beginning 1-5-67. */
    private static String sortKeyPrefix(String code) {
        List<Integer> parts = new ArrayList<>();
        for (String part : code.split("-")) {
            parts.add(part.equals("d") ? 0 : Integer.parseInt(part));
        }
        while (parts.size() > 1 && parts.get(parts.size() - 1) == 0) {
            parts.remove(parts.size() - 1);
        }
        return parts.stream()
                .map(part -> String.format(Locale.ROOT, "%06d", part))
                .collect(Collectors.joining());
    }

    /** First what has the words as they follow each other, then what has most of them whole: 23 is in 2317 too. */
    private static SearchTerm words(String text) {
        List<String> words = Arrays.stream(foldedWords(text).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.stream().noneMatch(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD)) {
            throw Problem.invalid("parcels.search-too-short", SHORTEST_WORD);
        }
        List<Object> ranks = new ArrayList<>(List.of(whole(String.join(" ", words))));
        words.forEach(word -> ranks.add(whole(word)));
        return new SearchTerm(
                words.stream().map(word -> "o.search like ?").collect(Collectors.joining(" and ")),
                words.stream().<Object>map(Sql::part).toList(),
                WHOLE + " desc, "
                        + words.stream().map(word -> WHOLE + "::int").collect(Collectors.joining(" + "))
                        + " desc, ",
                ranks);
    }

    private static String whole(String words) {
        return Sql.part(" " + words + " ");
    }

    /** The words of a text, each folded as the search column holds them. */
    static String foldedWords(String text) {
        return Arrays.stream(PersianText.clean(text).split("[\\s،,؛;:.()/«»-]+"))
                .map(PersianText::fold)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    Object[] arguments() {
        return values.toArray();
    }

    /** With those of the rank, and the limits of a page. */
    Object[] arguments(Page.Request page) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(rankValues);
        all.addAll(List.of(page.size(), page.offset()));
        return all.toArray();
    }
}
