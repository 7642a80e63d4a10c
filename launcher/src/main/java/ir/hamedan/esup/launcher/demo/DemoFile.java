package ir.hamedan.esup.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * demo.json: the accounts with their passwords, which stand nowhere else, and parcels to try. Readable for its owner
 * alone. Accounts are written once, one a line; the parcels anew at each start.
 */
final class DemoFile {
    private static final String NOTE =
            "Synthetic demo city: no person, company, parcel or debt in it is real. شهر نمونه: هیچ‌چیز در آن واقعی نیست.";
    private static final String PARCELS = "  \"parcels\": {";
    private static final Pattern ACCOUNT =
            Pattern.compile("\"username\": \"([^\"]+)\", \"password\": \"([^\"]+)\", \"roles\": \\[\"([^\"]+)\"]");

    private final Path path;

    DemoFile(Path data) {
        this.path = data.resolve("demo.json");
    }

    /** The part with the accounts, for a new file. */
    static String accounts(CityPeople.Accounts accounts) {
        String people = accounts.people().stream()
                .map(login ->
                        "    {\"username\": %s, \"password\": %s, \"roles\": [%s], \"organisation\": %s, \"name\": %s}"
                                .formatted(
                                        quote(login.username()),
                                        quote(login.password()),
                                        quote(login.role()),
                                        quote(login.organisation()),
                                        quote(login.name())))
                .collect(Collectors.joining(",\n"));
        String machines = accounts.machines().stream()
                .map(machine -> "    {\"id\": %s, \"secret\": %s, \"organisation\": %s, \"roles\": [%s]}"
                        .formatted(
                                quote(machine.id()),
                                quote(machine.secret()),
                                quote(machine.organisation()),
                                quote(machine.role())))
                .collect(Collectors.joining(",\n"));
        return "{\n  \"note\": " + quote(NOTE) + ",\n  \"users\": [\n" + people + "\n  ],\n  \"clients\": [\n"
                + machines + "\n  ],\n";
    }

    /** The accounts that were written at the first load; empty when the file is lost, and the passwords with it. */
    String keptAccounts() throws IOException {
        if (!Files.exists(path)) {
            return accounts(new CityPeople.Accounts(List.of(), List.of()));
        }
        String text = Files.readString(path);
        int end = text.indexOf(PARCELS);
        return end < 0 ? text : text.substring(0, end);
    }

    void write(String accounts, List<Samples.Sample> clean, List<Samples.Sample> owing, List<Samples.Sample> doubtful)
            throws IOException {
        Path fresh = path.resolveSibling("demo.json.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                accounts + PARCELS + "\n" + samples("clean", clean) + ",\n" + samples("owing", owing) + ",\n"
                        + samples("doubtful", doubtful) + "\n  }\n}\n");
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String samples(String kind, List<Samples.Sample> samples) {
        return "    " + quote(kind) + ": [\n"
                + samples.stream()
                        .map(sample -> "      {\"code\": " + quote(sample.code()) + ", \"owners\": ["
                                + sample.owners().stream().map(DemoFile::party).collect(Collectors.joining(", "))
                                + "]}")
                        .collect(Collectors.joining(",\n"))
                + "\n    ]";
    }

    private static String party(Samples.Party party) {
        return "{\"kind\": %s, \"id\": %s, \"name\": %s, \"share\": %s}"
                .formatted(quote(party.kind()), quote(party.id()), quote(party.name()), quote(party.share()));
    }

    /** One line for each role: the first account that has it. */
    List<String> console() throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        Matcher account = ACCOUNT.matcher(Files.readString(path));
        while (account.find()) {
            if (!roles.contains(account.group(3))) {
                roles.add(account.group(3));
                lines.add("%-18s %-12s %s".formatted(account.group(3), account.group(1), account.group(2)));
            }
        }
        if (lines.isEmpty()) {
            lines.add(
                    "demo.json was lost, and the passwords of the demo accounts with it: make a new administrator with"
                            + " ./run admin, or begin anew in an empty data directory.");
        }
        return lines;
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
