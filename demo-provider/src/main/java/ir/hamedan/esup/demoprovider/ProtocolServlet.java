package ir.hamedan.esup.demoprovider;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The calls of merchants' servers. */
@WebServlet("/pg/v4/payment/*")
public class ProtocolServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CALL = 16 * 1024;

    @Inject
    private transient Desk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Provider.Reply reply = desk.provider().answer(path == null ? "" : path.substring(1), read(request));
        try {
            Thread.sleep(reply.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        response.setStatus(reply.status());
        response.setContentType("application/json; charset=utf-8");
        response.getWriter().write(reply.body().toString());
    }

    private static JsonObject read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_CALL);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }
}
