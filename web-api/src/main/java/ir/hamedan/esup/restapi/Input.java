package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bodies as they come in, never more of them than is allowed. */
final class Input {
    static final int LARGEST_JSON = 64 * 1024;
    static final int LARGEST_FILE = 10 * 1024 * 1024;

    private static final long PATIENCE = 32L * 1024 * 1024;

    private Input() {}

    /** The body, unless it is too large. */
    static byte[] bytes(InputStream body, int largest) {
        try {
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throwAway(body);
                throw Problem.tooLarge("restapi.body-too-large", largest / 1024);
            }
            return bytes;
        } catch (IOException e) {
            throw new Refusal(400, Problem.invalid("restapi.body-broken").because(e));
        }
    }

    /** Whoever still sends hears no refusal, over HTTP/2 never: so what is left is taken in, within reason. */
    private static void throwAway(InputStream body) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long patience = PATIENCE;
        for (int read = 0; read >= 0 && patience > 0; patience -= read) {
            read = body.read(piece);
        }
    }

    /** A JSON object in UTF-8; anything else is malformed, which is 400. */
    static JsonObject json(InputStream body) {
        byte[] bytes = bytes(body, LARGEST_JSON);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new Refusal(400, Problem.invalid("restapi.not-utf-8").because(e));
        }
        try (JsonReader reader =
                Json.createReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            JsonStructure read = reader.read();
            if (read instanceof JsonObject object) {
                return object;
            }
            throw new Refusal(400, Problem.invalid("restapi.json-malformed", 1, 1));
        } catch (JsonParsingException e) {
            throw new Refusal(
                    400,
                    Problem.invalid(
                                    "restapi.json-malformed",
                                    e.getLocation().getLineNumber(),
                                    e.getLocation().getColumnNumber())
                            .because(e));
        } catch (jakarta.json.JsonException e) {
            throw new Refusal(
                    400, Problem.invalid("restapi.json-malformed", 1, 1).because(e));
        }
    }
}
