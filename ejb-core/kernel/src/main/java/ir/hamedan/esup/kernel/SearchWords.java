package ir.hamedan.esup.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text as they are looked for. A word with half-spaces counts as one and by its parts, for people type it
 * either way.
 */
public final class SearchWords {
    /** How many characters may be looked for. */
    public static final int LONGEST = 200;

    private static final int MOST_WORDS = 8;
    private static final int MOST_MARKS = 50;
    private static final String HALF_SPACE = "\u200C";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}\u0640" + HALF_SPACE + "]+");

    /** A piece of a text, from one character until before another. */
    public record Mark(int from, int until) {}

    /** One word that is looked for: as a whole, or all its parts. */
    private record Wanted(String whole, List<String> parts) {}

    private final List<Wanted> wanted;

    private SearchWords(List<Wanted> wanted) {
        this.wanted = wanted;
    }

    /** The words of a text, folded and parted by blanks. */
    public static String of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.addAll(forms(matcher.group()));
        }
        return String.join(" ", words);
    }

    /** The word as a whole, and its parts when there are several. */
    private static List<String> forms(String word) {
        List<String> forms = new ArrayList<>();
        forms.add(PersianText.fold(word));
        if (word.contains(HALF_SPACE)) {
            for (String part : word.split(HALF_SPACE, -1)) {
                forms.add(PersianText.fold(part));
            }
        }
        forms.removeIf(String::isEmpty);
        return forms;
    }

    /** What somebody typed: the first words of it, or none. */
    public static SearchWords wanted(String typed) {
        String text = typed == null ? "" : typed;
        List<Wanted> wanted = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && wanted.size() < MOST_WORDS) {
            List<String> forms = forms(matcher.group());
            if (!forms.isEmpty()) {
                wanted.add(new Wanted(forms.get(0), forms.subList(1, forms.size())));
            }
        }
        return new SearchWords(wanted);
    }

    /** Whether nothing is looked for. */
    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Whether each of the words stands in one of the texts; nothing is looked for in vain. */
    public boolean areIn(String... texts) {
        Set<String> forms = new LinkedHashSet<>();
        for (String text : texts) {
            forms.addAll(List.of(of(text).split(" ", -1)));
        }
        return wanted.stream()
                .allMatch(word -> isIn(forms, word.whole())
                        || !word.parts().isEmpty() && word.parts().stream().allMatch(part -> isIn(forms, part)));
    }

    private static boolean isIn(Set<String> forms, String word) {
        return forms.stream().anyMatch(form -> begins(form, word));
    }

    /** The query of PostgreSQL; words are letters and digits alone, so that nothing in them has a meaning to it. */
    public String query() {
        return wanted.stream().map(SearchWords::query).collect(Collectors.joining(" & "));
    }

    private static String query(Wanted word) {
        String whole = beginning(word.whole());
        return word.parts().isEmpty()
                ? whole
                : "(" + whole + " | ("
                        + word.parts().stream().map(SearchWords::beginning).collect(Collectors.joining(" & ")) + "))";
    }

    private static String beginning(String word) {
        return "'" + word + "'" + (isShort(word) ? "" : ":*");
    }

    /** One letter or digit stands for itself: very much begins with it. */
    private static boolean isShort(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    /** Where the words stand in a text, in their order and without overlap; at most fifty. */
    public List<Mark> marks(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && marks.size() < MOST_MARKS) {
            if (forms(matcher.group()).stream().anyMatch(this::isWanted)) {
                marks.add(new Mark(matcher.start(), matcher.end()));
            }
        }
        return marks;
    }

    private boolean isWanted(String form) {
        return wanted.stream()
                .anyMatch(word ->
                        begins(form, word.whole()) || word.parts().stream().anyMatch(part -> begins(form, part)));
    }

    private static boolean begins(String form, String word) {
        return isShort(word) ? form.equals(word) : form.startsWith(word);
    }
}
