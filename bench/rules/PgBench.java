import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * pgbench with statements that were read from the log of PostgreSQL, a script for each question. Values are bound as the
 * product binds them; what only frames transactions is left out, which makes it the harder to keep up with.
 */
final class PgBench {
    private static final Pattern STATEMENT = Pattern.compile(
            "(?ms)^esup_app LOG:  execute [^:]*: (?<sql>.*?)\\R(?:esup_app DETAIL:  [Pp]arameters: (?<values>.*?)\\R)?(?=\\S* ?LOG:|\\z)");
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (?:'((?:[^']|'')*)'|NULL)");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

    private final ProductDatabase database;
    private final Path folder;
    private final Map<String, List<Path>> scripts = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Integer> statements = new LinkedHashMap<>();

    PgBench(ProductDatabase database, Path folder) throws Exception {
        this.database = database;
        this.folder = Files.createDirectories(folder);
    }

    /** One question more of a kind, with the statements that were logged for it. */
    void add(String kind, String log) throws Exception {
        List<Path> known = scripts.computeIfAbsent(kind, k -> new ArrayList<>());
        List<String> given = values.computeIfAbsent(kind, k -> new ArrayList<>());
        StringBuilder script = new StringBuilder();
        Matcher statement = STATEMENT.matcher(log);
        while (statement.find()) {
            String sql = statement.group("sql").strip();
            if (!sql.contains("parcels.") && !sql.contains("rulebooks.")) {
                continue;
            }
            String prefix = "v" + known.size() + "_" + statements.merge(kind, 1, Integer::sum) + "_";
            if (statement.group("values") != null) {
                Matcher value = VALUE.matcher(statement.group("values"));
                while (value.find()) {
                    given.add("-D");
                    given.add(prefix + value.group(1) + "=" + value.group(2).replace("''", "'"));
                }
            }
            script.append(PLACE.matcher(sql).replaceAll(":" + prefix + "$1").replaceAll("\\R\\s*", " "))
                    .append(";\n");
        }
        Path file = folder.resolve(kind + "-" + known.size() + ".sql");
        known.add(Files.writeString(file, script));
    }

    /** How many a question. */
    double statements(String kind) {
        return statements.get(kind) / (double) scripts.get(kind).size();
    }

    /** As many questions a second as so many clients can ask. */
    double rate(String kind, int clients, int seconds) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("bench.pgbench"), "-n", "-M", "prepared", "-h", "127.0.0.1", "-p", database.port(),
                "-U", "esup_app", "-c", "" + clients, "-j", "2", "-T", "" + seconds));
        command.addAll(values.get(kind));
        for (Path script : scripts.get(kind)) {
            command.addAll(List.of("-f", script.toString()));
        }
        command.add("esup");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password("esup_app"));
        Process process = builder.start();
        String told;
        try (var reader = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            told = reader.lines().reduce("", (all, line) -> all + line + "\n");
        }
        Matcher rate = RATE.matcher(told);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException(told.substring(0, Math.min(2_000, told.length())));
        }
        return Double.parseDouble(rate.group(1));
    }
}
