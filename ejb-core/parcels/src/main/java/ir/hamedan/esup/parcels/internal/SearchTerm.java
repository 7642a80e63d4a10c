package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person looks for in the register: a code or its beginning, a plate, a postal code, or words of an address. */
record SearchTerm(String condition, List<Object> values) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;
    /** Shorter words are in no index of three letters. */
    private static final int SHORTEST_WORD = 3;

    private static final Pattern CODE = Pattern.compile("(?:d|\\d{1,6})(?:-\\d{1,6}){1,6}-?");
    private static final Pattern PLATE = Pattern.compile("\\d{1,9}/\\d{1,9}");
    private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}-?\\d{5}");

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

    private static SearchTerm words(String text) {
        List<Object> patterns = new ArrayList<>();
        boolean longEnough = false;
        for (String word : foldedWords(text).split(" ")) {
            if (!word.isEmpty() && patterns.size() < MOST_WORDS) {
                longEnough |= word.codePointCount(0, word.length()) >= SHORTEST_WORD;
                patterns.add(Sql.part(word));
            }
        }
        if (!longEnough) {
            throw Problem.invalid("parcels.search-too-short", SHORTEST_WORD);
        }
        return new SearchTerm(
                patterns.stream().map(pattern -> "o.search like ?").collect(Collectors.joining(" and ")), patterns);
    }

    /** The words of a text, each folded as the search column holds them. */
    static String foldedWords(String text) {
        return Arrays.stream(PersianText.clean(text).split("[\\s،,؛;:.()/«»-]+"))
                .map(PersianText::fold)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
