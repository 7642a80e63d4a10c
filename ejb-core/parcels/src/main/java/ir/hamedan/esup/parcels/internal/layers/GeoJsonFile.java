package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.FeatureFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A feature collection, read forward once. What is wrong with the file as a whole is kept until it is asked for. */
public final class GeoJsonFile implements FeatureFile {
    /** A fault of the file, not of one feature. */
    record FileFault(FaultCode code, String detail) {}

    private enum Part {
        BEFORE,
        FEATURES,
        ENDED
    }

    private final DigestInputStream bytes;
    private final JsonText json;
    private final List<FileFault> faults = new ArrayList<>();
    private Part part = Part.BEFORE;
    private boolean firstMember = true;
    private boolean firstFeature = true;
    private boolean collection;
    private String crs = "";
    private long position;

    public GeoJsonFile(InputStream stream) {
        this.bytes = new DigestInputStream(new BufferedInputStream(stream, 1 << 16), Sha256.digest());
        this.json = new JsonText(new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16));
    }

    @Override
    public long position() {
        return position;
    }

    /** The coordinate system the file names, as far as it was read. */
    String crs() {
        return crs;
    }

    /** The faults of the file since they were last asked for. */
    List<FileFault> takeFaults() {
        List<FileFault> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    /** Reads the rest, whatever it is, and gives the SHA-256 of the whole. */
    String hash() {
        try {
            byte[] buffer = new byte[1 << 16];
            while (bytes.read(buffer) >= 0) {
                // only the digest is wanted
            }
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes over features until so many were read, and forgets what was wrong until there. */
    void skipTo(long wanted) {
        while (position < wanted && next(Set.of()).isPresent()) {
            faults.clear();
        }
    }

    /** The next feature with the properties asked for, or empty at the end of the file or of what can be read of it. */
    Optional<RawFeature> next(Set<String> wanted) {
        try {
            while (part != Part.ENDED) {
                if (part == Part.BEFORE) {
                    nextMember();
                } else if (json.more(firstFeature, ']')) {
                    firstFeature = false;
                    return Optional.of(feature(wanted));
                } else {
                    part = Part.BEFORE;
                }
            }
        } catch (StreamCorruptedException | CharacterCodingException e) {
            faults.add(new FileFault(FaultCode.NOT_JSON, Long.toString(json.place())));
            part = Part.ENDED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private void nextMember() throws IOException {
        if (firstMember && json.peek() != '{') {
            end();
            return;
        }
        if (firstMember) {
            json.expect('{');
        }
        boolean follows = json.more(firstMember, '}');
        firstMember = false;
        if (!follows) {
            if (json.peek() >= 0) {
                throw json.broken();
            }
            end();
            return;
        }
        String name = json.name();
        if (name.equals("features") && json.peek() == '[') {
            json.expect('[');
            collection = true;
            firstFeature = true;
            part = Part.FEATURES;
        } else if (name.equals("crs") && json.peek() == '{') {
            crs = crsName();
            crsKnown();
        } else {
            json.skip();
        }
    }

    private void end() {
        part = Part.ENDED;
        if (!collection) {
            faults.add(new FileFault(FaultCode.NOT_A_COLLECTION, ""));
        }
    }

    private void crsKnown() {
        if (Reference.of(crs).equals(Reference.UNKNOWN)) {
            faults.add(new FileFault(FaultCode.CRS_UNKNOWN, crs));
        }
    }

    private String crsName() throws IOException {
        String name = "";
        json.expect('{');
        for (boolean first = true; json.more(first, '}'); first = false) {
            boolean properties = json.name().equals("properties") && json.peek() == '{';
            if (properties) {
                name = scalars(Set.of("name")).getOrDefault("name", "");
            } else {
                json.skip();
            }
        }
        return name;
    }

    private RawFeature feature(Set<String> wanted) throws IOException {
        position++;
        Set<FaultCode> found = EnumSet.noneOf(FaultCode.class);
        if (json.peek() != '{') {
            json.skip();
            found.add(FaultCode.NOT_A_FEATURE);
            return new RawFeature(position, "", Map.of(), "", Optional.empty(), found);
        }
        json.expect('{');
        String id = "";
        String type = "";
        Map<String, String> properties = Map.of();
        GeometryText geometry = new GeometryText(json, found);
        for (boolean first = true; json.more(first, '}'); first = false) {
            switch (json.name()) {
                case "id" -> id = scalar();
                case "type" -> type = scalar();
                case "properties" -> properties = json.peek() == '{' ? scalars(wanted) : skipped();
                case "geometry" -> geometry.read();
                default -> json.skip();
            }
        }
        if (!type.equals("Feature")) {
            found.add(FaultCode.NOT_A_FEATURE);
        }
        return new RawFeature(position, id, properties, geometry.type(), geometry.coordinates(), found);
    }

    private Map<String, String> skipped() throws IOException {
        json.skip();
        return Map.of();
    }

    private Map<String, String> scalars(Set<String> wanted) throws IOException {
        Map<String, String> values = new HashMap<>();
        json.expect('{');
        for (boolean first = true; json.more(first, '}'); first = false) {
            String name = json.name();
            if (wanted.contains(name)) {
                values.put(name, scalar());
            } else {
                json.skip();
            }
        }
        return values;
    }

    /** Null is as good as nothing. */
    private String scalar() throws IOException {
        int c = json.peek();
        if (c == '"') {
            return json.text();
        }
        if (c == '{' || c == '[') {
            json.skip();
            return RawFeature.NO_VALUE;
        }
        String word = json.word();
        return word.equals("null") ? "" : word;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
