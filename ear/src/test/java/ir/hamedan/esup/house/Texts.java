package ir.hamedan.esup.house;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import ir.hamedan.esup.house.Sources.Source;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read: every text in both languages, every key asked for has one, and none lies unused. */
final class Texts {
    private static final Pattern BUNDLE = Pattern.compile("(.*/esup/(\\w+)/\\w+)_(fa|en)\\.properties");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z]+\\.[A-Za-z0-9._-]*)[\"']");

    /** Where Java asks for a text: a problem's code or a text's key, alone or one of two. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:Problem\\s*\\.\\s*[a-zA-Z]+|\\.\\s*text|\\.\\s*say|\\.\\s*problem)\\(\\s*(?:[^\"();]*\\?\\s*)?\"([a-z]+\\.[\\w.-]*\\w)\""
                    + "(?:\\s*:\\s*\"([a-z]+\\.[\\w.-]*\\w)\")?");

    /** A key put together of a beginning, a word and an end. */
    private static final Pattern COMPOSED =
            Pattern.compile("\"([a-z]+\\.(?:[\\w.-]*[.-])?)\"\\s*\\+[^\";]{1,60}\\+\\s*\"([\\w.-]+)\"");

    /** Where Java writes a row of the journal, with one action or one of two. */
    private static final Pattern ACTION = Pattern.compile(
            "(?:new Audited|Audited\\s*\\.\\s*of|Audits\\s*\\.\\s*of|\\baudit|\\bkeep|\\bchanged)\\(\\s*(?:[^\"();]*\\?\\s*)?"
                    + "\"([a-z]+\\.[a-z-]*[a-z])\"(?:\\s*:\\s*\"([a-z]+\\.[a-z-]*[a-z])\")?");

    private static final Pattern ARTICLE = Pattern.compile("ماده [0-9۰-۹]");

    private static final Pattern MODULE = Pattern.compile(".*/esup/(\\w+)/.*");

    private final Collection<Source> sources;
    private final Map<String, Source> bundles = new TreeMap<>();

    Texts(Collection<Source> sources) {
        this.sources = sources;
        for (Source source : sources) {
            if (source.isProduct() && BUNDLE.matcher(source.path()).matches()) {
                bundles.put(source.path(), source);
            }
        }
    }

    int bundles() {
        return bundles.size();
    }

    /** Keys that one language has and the other not, or that are there twice, or in a bundle that is not theirs. */
    List<String> uneven() {
        List<String> faults = new ArrayList<>();
        for (Source bundle : bundles.values()) {
            Matcher name = BUNDLE.matcher(bundle.path());
            name.matches();
            String twin = name.group(1) + (name.group(3).equals("fa") ? "_en" : "_fa") + ".properties";
            Set<String> others =
                    bundles.containsKey(twin) ? texts(bundles.get(twin)).keySet() : Set.of();
            Map<String, String> texts = texts(bundle);
            texts.keySet().stream().filter(k -> !others.contains(k)).forEach(k -> faults.add(twin + ": no " + k));
            doubled(bundle).forEach(k -> faults.add(bundle.path() + ": twice " + k));
            if (bundle.path().contains("/messages_")) {
                texts.keySet().stream()
                        .filter(k -> !k.startsWith(name.group(2) + "."))
                        .forEach(k -> faults.add(bundle.path() + ": not its own " + k));
            }
        }
        return faults;
    }

    /** Texts that are empty, are no message format, or fill other places in the other language. */
    List<String> unreadable() {
        List<String> faults = new ArrayList<>();
        for (Source bundle : bundles.values()) {
            Source twin = bundles.get(bundle.path().replaceFirst("_fa\\.properties$", "_en.properties"));
            for (Map.Entry<String, String> text : texts(bundle).entrySet()) {
                String other =
                        twin == null ? text.getValue() : texts(twin).getOrDefault(text.getKey(), text.getValue());
                if (text.getValue().isBlank() || !isFormat(text.getValue())) {
                    faults.add(bundle.path() + ": " + text.getKey());
                } else if (!places(text.getValue()).equals(places(other))) {
                    faults.add(bundle.path() + ": other places in " + text.getKey());
                }
            }
        }
        return faults;
    }

    /** Keys and problem codes in use that no bundle has. */
    List<String> missing() {
        Set<String> keys = keys();
        Set<String> names =
                keys.stream().map(k -> k.substring(0, k.indexOf('.'))).collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        for (Source source : sources) {
            asked(source)
                    .filter(key -> names.contains(key.substring(0, key.indexOf('.'))))
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> faults.add(source.path() + ": no text for " + key));
        }
        List<Labels> all = labels();
        for (Labels labels : all) {
            Set<String> wanted = labels.keys();
            if (wanted.stream().anyMatch(keys::contains)
                    && all.stream()
                            .filter(other -> other.prefix().equals(labels.prefix()))
                            .noneMatch(other -> keys.containsAll(other.keys()))) {
                wanted.stream().filter(key -> !keys.contains(key)).forEach(key -> faults.add("no text for " + key));
            }
        }
        return faults;
    }

    /** Where an article of a law is named without its hamza: pages say one thing in one way. */
    List<String> misspelt() {
        return sources.stream()
                .filter(source -> source.isProduct() && source.path().matches(".*(?:_fa\\.properties|\\.xhtml)"))
                .flatMap(source -> source.lines().stream()
                        .filter(line -> ARTICLE.matcher(line).find())
                        .map(line -> source.path() + ": " + line.strip()))
                .toList();
    }

    /** Actions of the journal that the page of the journal has no words for. */
    List<String> wordlessActions() {
        Set<String> keys = keys();
        return sources.stream()
                .filter(source -> source.isJava() && source.isProduct())
                .flatMap(source -> ACTION.matcher(source.code()).results())
                .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                .filter(action -> action != null && !keys.contains("staff.action." + action))
                .distinct()
                .map(action -> "no text for staff.action." + action)
                .toList();
    }

    /** Keys nobody asks for: neither whole, nor by their beginning, nor as the label of an enum. */
    List<String> unused() {
        Set<String> literals = sources.stream()
                .filter(s -> s.isProduct() && s.path().matches(".*\\.(?:java|xhtml|xml)"))
                .flatMap(s -> LITERAL.matcher(s.code()).results().map(r -> r.group(1)))
                .collect(Collectors.toSet());
        Set<String> beginnings =
                literals.stream().filter(l -> l.matches("[a-z]+\\..+[.-]")).collect(Collectors.toSet());
        Set<String> composed = sources.stream()
                .filter(s -> s.isJava() && s.isProduct())
                .flatMap(s -> COMPOSED.matcher(s.code()).results())
                .map(r -> Pattern.quote(r.group(1)) + "[\\w-]+" + Pattern.quote(r.group(2)))
                .collect(Collectors.toSet());
        Set<String> constants = labels().stream()
                .flatMap(l -> l.keys().stream())
                .map(Texts::label)
                .collect(Collectors.toSet());
        return keys().stream()
                .filter(key -> !literals.contains(key) && !constants.contains(label(key)))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .filter(key -> composed.stream().noneMatch(key::matches))
                .toList();
    }

    /** The label without its bundle: a portal may have its own word for a constant of a module. */
    private static String label(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    private Stream<String> asked(Source source) {
        if (source.isJava() && source.isProduct()) {
            return ASKED.matcher(source.code())
                    .results()
                    .flatMap(r -> Stream.of(r.group(1), r.group(2)))
                    .filter(key -> key != null);
        }
        if (source.path().endsWith(".xhtml") && source.isProduct()) {
            return LITERAL.matcher(source.text())
                    .results()
                    .map(r -> r.group(1))
                    .filter(key -> key.matches(".*[A-Za-z0-9]"));
        }
        return Stream.of();
    }

    /** The labels of an enum: of its module, under its name. Two enums may share a name. */
    record Labels(String prefix, Set<String> constants) {
        Set<String> keys() {
            return constants.stream().map(constant -> prefix + constant).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private List<Labels> labels() {
        List<Labels> labels = new ArrayList<>();
        for (Source source : sources) {
            Matcher module = MODULE.matcher(source.path());
            if (source.isJava() && source.isProduct() && module.matches()) {
                JavaFile.of(source)
                        .constants()
                        .forEach((name, constants) ->
                                labels.add(new Labels(module.group(1) + "." + dashed(name) + ".", constants)));
            }
        }
        return labels;
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Set<String> keys() {
        return bundles.values().stream()
                .filter(b -> b.path().contains("/messages_"))
                .flatMap(b -> texts(b).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(Source bundle) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(bundle.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static List<String> doubled(Source bundle) {
        Set<String> seen = new TreeSet<>();
        return bundle.lines().stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .filter(key -> !seen.add(key))
                .toList();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(p -> p.replaceAll("\\D", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isFormat(String text) {
        try {
            new MessageFormat(text, ULocale.ROOT);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
