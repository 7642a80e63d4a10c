package ir.hamedan.esup.house;

import ir.hamedan.esup.house.Sources.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators and newcomers read: settings with their rows, and pages that are linked and lead somewhere. */
final class Documents {
    private static final String DEFAULTS = "config/src/main/resources/META-INF/microprofile-config.properties";
    private static final String DECISIONS = "docs/decisions/";

    private static final Pattern SETTING = Pattern.compile("\"(esup(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern READ = Pattern.compile(
            "(?:@ConfigProperty\\(\\s*name = |\\.get(?:Optional)?Value\\(\\s*)\"(esup(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(esup(?:\\.[a-z0-9-]+)+)}");
    private static final Pattern ENVIRONMENT = Pattern.compile("\"(ESUP_[A-Z_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(ESUP_[A-Z_]+)` \\| `[^`]+` \\| \\S.*\\|$");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

    private final Collection<Source> sources;

    Documents(Collection<Source> sources) {
        this.sources = sources;
    }

    /** Settings of the application that are read and have no default, or have one and are read by nobody. */
    List<String> settings() {
        Set<String> defaults = text(DEFAULTS)
                .lines()
                .filter(line -> line.startsWith("esup."))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .collect(Collectors.toCollection(TreeSet::new));
        // A secret may stand in a file of its own, named by the same setting with -file.
        Set<String> read = new TreeSet<>();
        literals(SETTING).forEach(name -> read.addAll(List.of(name, name + "-file")));
        REFERENCE.matcher(text(DEFAULTS)).results().forEach(r -> read.add(r.group(1)));
        Set<String> rows = rows().stream().map(Documents::property).collect(Collectors.toSet());
        return Stream.concat(
                        literals(READ).stream()
                                .filter(name -> !defaults.contains(name) && !rows.contains(name))
                                .map(name -> name + " has no default in " + DEFAULTS),
                        defaults.stream().filter(name -> !read.contains(name)).map(name -> name + " is read by nobody"))
                .toList();
    }

    /** Settings of the launcher without a row in the README, and rows without a setting. */
    List<String> rowsAndSettings() {
        Set<String> rows = rows();
        Set<String> known = sources.stream()
                .filter(s -> s.isProduct() && s.path().startsWith("launcher/"))
                .flatMap(s -> ENVIRONMENT.matcher(s.code()).results().map(r -> r.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        known.stream().filter(name -> !rows.contains(name)).map(name -> name + " has no row"),
                        rows.stream().filter(name -> !known.contains(name)).map(name -> name + " is no setting"))
                .toList();
    }

    /** Decisions that the list does not link, or that do not say context, decision, consequences. */
    List<String> decisions() {
        String list = text(DECISIONS + "README.md");
        List<String> faults = new ArrayList<>();
        for (Source page : sources) {
            String name = page.path()
                    .substring(Math.min(DECISIONS.length(), page.path().length()));
            if (page.path().startsWith(DECISIONS) && !name.equals("README.md")) {
                String title = page.lines().get(0).replaceFirst("^# ", "");
                if (!list.contains("- [" + title + "](" + name + ")")) {
                    faults.add(page.path() + ": not linked by its title");
                }
                Stream.of("Context", "Decision", "Consequences")
                        .filter(part -> !page.text().matches("(?s).*(?:\\*\\*|## )" + part + ".*"))
                        .forEach(part -> faults.add(page.path() + ": no " + part.toLowerCase(Locale.ROOT)));
            }
        }
        return faults;
    }

    /** Links between pages that lead nowhere. */
    List<String> deadLinks() {
        List<String> faults = new ArrayList<>();
        for (Source page : sources) {
            if (page.path().endsWith(".md")) {
                Path folder = Modules.REPOSITORY.resolve(page.path()).getParent();
                LINK.matcher(page.text())
                        .results()
                        .map(r -> r.group(1))
                        .filter(link -> !Files.exists(folder.resolve(link)))
                        .forEach(link -> faults.add(page.path() + ": " + link));
            }
        }
        return faults;
    }

    /** Pages of docs/ that no other page links. */
    List<String> lonelyPages() {
        Set<String> linked = new TreeSet<>();
        for (Source page : sources) {
            if (page.path().endsWith(".md")) {
                Path folder = Path.of("/" + page.path()).getParent();
                LINK.matcher(page.text())
                        .results()
                        .map(r -> folder.resolve(r.group(1))
                                .normalize()
                                .toString()
                                .substring(1))
                        .forEach(linked::add);
            }
        }
        return sources.stream()
                .map(Source::path)
                .filter(path -> path.startsWith("docs/") && path.endsWith(".md") && !linked.contains(path))
                .toList();
    }

    private static String property(String environment) {
        return environment.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    private Set<String> rows() {
        return ROW.matcher(text("README.md"))
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> literals(Pattern pattern) {
        return sources.stream()
                .filter(s -> s.isJava() && s.isProduct())
                .flatMap(s -> pattern.matcher(s.code()).results().map(r -> r.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String text(String path) {
        return sources.stream()
                .filter(s -> s.path().equals(path))
                .map(Source::text)
                .findFirst()
                .orElse("");
    }
}
