import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept, with as little around it as can be: it shares the processors with what is measured, so that
 * every microsecond of its own would be counted against both arms.
 */
final class Caller implements AutoCloseable {
    private final String host;
    private final Socket socket;
    private final InputStream in;
    private int status;
    private String tag = "";

    Caller(URI base) throws IOException {
        host = base.getAuthority();
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    int status() {
        return status;
    }

    /** Of the last answer, as it stands in the header. */
    String tag() {
        return tag;
    }

    /** The body as it comes; a tag that is not empty asks for nothing when it is still the same. */
    byte[] get(String path, String knownTag) throws IOException {
        String condition = knownTag.isEmpty() ? "" : "If-None-Match: " + knownTag + "\r\n";
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + condition + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        tag = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            String low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (low.startsWith("transfer-encoding:")) {
                length = -1;
            } else if (low.startsWith("etag:")) {
                tag = header.substring(5).strip();
            }
        }
        return length >= 0 ? in.readNBytes(length) : chunks();
    }

    private byte[] chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
