package ir.hamedan.esup.house;

import ir.hamedan.esup.house.Sources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is untidy in files looked at one by one; each answer is "path: what". */
final class Tidy {
    /** "About 300" lines of a class and "about 40" of a method, with room for the last word; tests may be longer. */
    static final int LONGEST_CLASS = 350;

    static final int LONGEST_TEST = 400;
    static final int LONGEST_METHOD = 48;
    static final int LONGEST_TEST_METHOD = 64;

    // Put together, so that this source does not accuse itself.
    private static final Pattern MARKER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.}/-])/(wo" + "rk|ro" + "ot|ho" + "me|Us" + "ers)/[\\w.]");
    private static final Pattern TRAILING = Pattern.compile("(?m)[ \\t]+$");
    private static final Pattern OUTSIDE = Pattern.compile("(?:src|href|action|url)\\s*[=(]\\s*[\"']?(?:https?:)?//");
    private static final Pattern INLINE = Pattern.compile("\\s(?:on[a-z]+|style)=\"");
    private static final Pattern SCRIPTED = Pattern.compile("<(?:h:commandLink|h:button|f:ajax)\\b");
    private static final Pattern REFUSED = Pattern.compile(
            "<artifactId>(?:lombok|mockito[a-z-]*|easymock|h2|primefaces|liquibase[a-z-]*)</artifactId>");
    private static final Pattern MIGRATION = Pattern.compile("V\\d+__[a-z0-9]+(?:_[a-z0-9]+)*\\.sql");

    private Tidy() {}

    static List<String> unfinished(List<Source> sources) {
        return found(sources, s -> true, MARKER);
    }

    /** Paths of somebody's machine. */
    static List<String> machines(List<Source> sources) {
        return found(sources, s -> true, MACHINE);
    }

    /** Files of text end with one line break, and have no tabs, carriage returns or blanks at the end of a line. */
    static List<String> ragged(List<Source> sources) {
        return sources.stream()
                .filter(s -> !s.path().endsWith(".txt") && !s.text().isEmpty())
                .flatMap(s -> Stream.of(
                                s.text().endsWith("\n") ? "" : "no line break at the end",
                                s.text().endsWith("\n\n") ? "an empty line at the end" : "",
                                s.text().contains("\t") ? "a tab" : "",
                                s.text().contains("\r") ? "a carriage return" : "",
                                TRAILING.matcher(s.text()).find() ? "blanks at the end of a line" : "")
                        .filter(fault -> !fault.isEmpty())
                        .map(fault -> s.path() + ": " + fault))
                .toList();
    }

    static List<String> oversized(List<Source> sources) {
        List<String> faults = new ArrayList<>();
        for (Source source : sources) {
            if (source.isJava()) {
                int lines = source.lines().size();
                if (lines > (source.isProduct() ? LONGEST_CLASS : LONGEST_TEST)) {
                    faults.add(source.path() + ": " + lines + " lines");
                }
                JavaFile.of(source).methods().stream()
                        .filter(m -> m.lines() > (source.isProduct() ? LONGEST_METHOD : LONGEST_TEST_METHOD))
                        .forEach(m -> faults.add(source.path() + ": " + m.name() + " has " + m.lines() + " lines"));
            }
        }
        return faults;
    }

    /** A test says in a sentence what must be true. */
    static List<String> wordlessTests(List<Source> sources) {
        return sources.stream()
                .filter(s -> s.isJava() && s.path().contains("/src/test/"))
                .flatMap(s -> JavaFile.of(s).methods().stream()
                        .filter(m -> m.isTest() && !m.name().matches("[a-zA-Z0-9]+(?:_[a-zA-Z0-9]+){2,}"))
                        .map(m -> s.path() + ": " + m.name()))
                .toList();
    }

    /** An api is a contract: every type of it says what it is. */
    static List<String> silentApis(List<Source> sources) {
        return sources.stream()
                .filter(s -> s.isJava()
                        && s.isProduct()
                        && (s.path().contains("/api/") || s.path().contains("/kernel/")))
                .flatMap(s -> JavaFile.of(s).undocumented().stream().map(type -> s.path() + ": " + type))
                .toList();
    }

    /** What the strict Content-Security-Policy would stop, and what would leave the host. */
    static List<String> pagesThatBreakThePolicy(List<Source> sources) {
        Predicate<Source> pages = s -> s.isPage() || s.isProduct() && s.path().matches("web-.*\\.(?:css|js|svg)");
        return Stream.of(OUTSIDE, INLINE, SCRIPTED)
                .flatMap(pattern -> found(sources, pages, pattern).stream())
                .toList();
    }

    /** Without it Persian input arrives broken. */
    static List<String> webWithoutEncoding(List<Source> sources) {
        return sources.stream()
                .filter(s -> s.path().endsWith("/WEB-INF/web.xml"))
                .filter(s -> !s.text().contains("<request-character-encoding>UTF-8</request-character-encoding>"))
                .map(s -> s.path() + ": no request-character-encoding")
                .toList();
    }

    static List<String> refusedLibraries(List<Source> sources) {
        return found(sources, s -> s.path().endsWith("pom.xml"), REFUSED);
    }

    /** A migration is one change with a number and a name, and no number is given twice. */
    static List<String> strayMigrations(List<Source> sources) {
        List<String> faults = new ArrayList<>();
        Map<String, String> numbers = new TreeMap<>();
        for (Source source : sources) {
            if (source.path().contains("/migration/")) {
                String name = source.path().replaceFirst(".*/", "");
                String number = source.path().replaceFirst("__.*", "");
                if (!MIGRATION.matcher(name).matches()) {
                    faults.add(source.path() + ": not a number and words");
                } else if (numbers.put(number, name) != null) {
                    faults.add(source.path() + ": its number is taken");
                }
            }
        }
        return faults;
    }

    private static List<String> found(List<Source> sources, Predicate<Source> where, Pattern pattern) {
        List<String> faults = new ArrayList<>();
        for (Source source : sources) {
            Matcher matcher = pattern.matcher(where.test(source) ? source.text() : "");
            while (matcher.find()) {
                long line = source.text().substring(0, matcher.start()).lines().count();
                faults.add(source.path() + ":" + Math.max(1, line) + ": "
                        + matcher.group().strip());
            }
        }
        return faults;
    }
}
