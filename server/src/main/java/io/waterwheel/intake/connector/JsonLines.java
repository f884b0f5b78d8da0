package io.waterwheel.intake.connector;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file's lines as bytes, from any line's beginning on.
final class JsonLines implements AutoCloseable {

    /// Longer lines are cut, and then are no JSON: no order has a megabyte.
    private static final int LONGEST = 1 << 20;

    private static final int BYTE_ORDER_MARK = 3;

    private final InputStream in;
    private long offset;

    JsonLines(Path file, long offset) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(offset);
        this.offset = offset;
    }

    /// Where the next line begins.
    long offset() {
        return offset;
    }

    /// @return without its end and without blanks around it, null after the last one
    byte @Nullable [] next() throws IOException {
        boolean first = offset == 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0) {
            offset++;
            if (read == '\n') {
                break;
            }
            if (line.size() < LONGEST) {
                line.write(read);
            }
            read = in.read();
        }
        byte[] bytes = line.toByteArray();
        return trimmed(bytes, first && marked(bytes) ? BYTE_ORDER_MARK : 0);
    }

    private static boolean marked(byte[] line) {
        return line.length >= BYTE_ORDER_MARK
                && line[0] == (byte) 0xEF
                && line[1] == (byte) 0xBB
                && line[2] == (byte) 0xBF;
    }

    private static byte[] trimmed(byte[] line, int from) {
        int start = from;
        int end = line.length;
        while (start < end && line[start] >= 0 && line[start] <= ' ') {
            start++;
        }
        while (end > start && line[end - 1] >= 0 && line[end - 1] <= ' ') {
            end--;
        }
        return java.util.Arrays.copyOfRange(line, start, end);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
