package ir.hamedan.esup.jobs.internal.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of UTF-8, with or without a byte order mark, and never keeps more of one than a line may have. A record is
 * a line: a quote that is not closed spoils its own line and no other. A last line without a line break is a fault: the
 * file may have been cut in the middle of a name or a share.
 */
public final class LineReader implements Lines {
    static final int LONGEST_LINE = 1 << 16;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private long number;

    public LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, LONGEST_LINE);
    }

    @Override
    public void passTo(long wanted) {
        while (number < wanted && next().isPresent()) {
            // What was worked off is not wanted again.
        }
    }

    @Override
    public Optional<Line> next() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long length = 0;
            int each = in.read();
            while (each >= 0 && each != '\n') {
                if (length++ < LONGEST_LINE) {
                    bytes.write(each);
                }
                each = in.read();
            }
            if (each < 0 && length == 0) {
                return Optional.empty();
            }
            number++;
            return Optional.of(line(bytes.toByteArray(), length, each == '\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line line(byte[] bytes, long length, boolean ended) {
        if (length > LONGEST_LINE) {
            return faulty(RowFault.LINE_TOO_LONG);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return faulty(RowFault.NOT_UTF_8);
        }
        if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
            return faulty(RowFault.CONTROL_CHARACTER);
        }
        return ended ? new Line(number, text, Optional.empty()) : faulty(RowFault.LINE_CUT);
    }

    private Line faulty(RowFault fault) {
        return new Line(number, "", Optional.of(fault));
    }
}
