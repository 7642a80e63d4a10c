package ir.hamedan.esup.demoprovider;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The payments in memory and, line by line, in a file: a payment in flight survives the death of the server. The file is
 * written anew at each start with what is still known; the oldest payments beyond the bound are forgotten.
 */
final class SessionFile {
    private final Path file;
    private final Map<String, Session> sessions;

    SessionFile(Path file, int bound) {
        this.file = file;
        this.sessions = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
                return size() > bound;
            }
        };
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load() throws IOException {
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                lines.forEach(this::readLine);
            }
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                fresh, sessions.values().stream().map(SessionFile::line).collect(Collectors.joining()));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void readLine(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            Session session = Session.of(reader.readObject());
            sessions.put(session.token(), session);
        } catch (JsonException | IllegalArgumentException | NullPointerException halfWritten) {
            // The last line before a crash: the payment stays as the line before has it.
        }
    }

    synchronized Optional<Session> find(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    synchronized List<Session> all() {
        return List.copyOf(sessions.values());
    }

    synchronized void put(Session session) {
        try {
            Files.writeString(
                    file, line(session), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.put(session.token(), session);
    }

    private static String line(Session session) {
        return session.toJson() + "\n";
    }
}
