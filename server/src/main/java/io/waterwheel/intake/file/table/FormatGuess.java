package io.waterwheel.intake.file.table;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Finds out how a file is packed, encoded and delimited, from its beginning.
public final class FormatGuess {

    private static final int LOOKED_AT = 1 << 18;
    private static final int LINES_LOOKED_AT = 30;
    private static final String DELIMITERS = ",\t;|";

    private FormatGuess() {}

    /// @param filename what the uploader called it
    /// @throws Problem `file-…` when it cannot be a table
    public static FileFormat of(Path file, String filename) throws IOException {
        return of(file, filename, null);
    }

    /// @param sheet which sheet of a workbook is wanted, null for the first that is not empty
    public static FileFormat of(Path file, String filename, @Nullable String sheet) throws IOException {
        boolean gzip;
        byte[] beginning;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            int magic = in.read() << 8 | in.read();
            in.reset();
            if (magic < 0) {
                throw new Problem(IntakeProblem.FILE_EMPTY);
            }
            gzip = magic == 0x1f8b;
            if (!gzip && filename.toLowerCase(Locale.ROOT).endsWith(".gz")) {
                throw new Problem(IntakeProblem.FILE_NOT_GZIP);
            }
            beginning = gzip ? unpacked(in) : in.readNBytes(LOOKED_AT);
        }
        if (beginning.length == 0) {
            throw new Problem(IntakeProblem.FILE_EMPTY);
        }
        if (!gzip && starts(beginning, 'P', 'K', 3, 4)) {
            return Workbook.format(file, sheet);
        }
        if (!gzip && starts(beginning, 'P', 'A', 'R', '1')) {
            return new ParquetFormat();
        }
        Encoding encoding = encoding(beginning);
        return beginsWithAnObject(encoding.text)
                ? new JsonLinesFormat(gzip, encoding.charset, encoding.certain)
                : new CsvFormat(gzip, encoding.charset, encoding.certain, delimiter(encoding.text));
    }

    private static boolean beginsWithAnObject(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .stripLeading()
                .startsWith("{");
    }

    /// What can be unpacked; a break further on is told when the file is read.
    private static byte[] unpacked(InputStream in) throws IOException {
        byte[] beginning = new byte[LOOKED_AT];
        int length = 0;
        try (GZIPInputStream unpacking = new GZIPInputStream(in)) {
            for (int read = 0; read >= 0 && length < beginning.length; length += Math.max(read, 0)) {
                read = unpacking.read(beginning, length, beginning.length - length);
            }
        } catch (ZipException | EOFException e) {
            if (length == 0) {
                throw new Problem(IntakeProblem.FILE_GZIP_BROKEN, e).with("line", 0);
            }
        }
        return java.util.Arrays.copyOf(beginning, length);
    }

    private record Encoding(Charset charset, boolean certain, String text) {}

    private static Encoding encoding(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, StandardCharsets.UTF_16LE, true);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, StandardCharsets.UTF_16BE, true);
        }
        boolean ascii = true;
        int zeros = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
            ascii &= b >= 0;
        }
        // A stray NUL spoils one line; many of them, or the marks of archives and of Excel's old format, are no text.
        if (zeros * 20L > bytes.length || starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Problem(IntakeProblem.FILE_NOT_TEXT);
        }
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        return utf8 != null
                ? new Encoding(StandardCharsets.UTF_8, !ascii, utf8)
                : decoded(bytes, FileFormat.GB18030, true);
    }

    private static Encoding decoded(byte[] bytes, Charset charset, boolean certain) {
        String text = strict(bytes, charset);
        if (text == null) {
            throw new Problem(IntakeProblem.FILE_UNDECODABLE).with("line", 1).with("encoding", "UTF-8 / GB18030");
        }
        return new Encoding(charset, certain, text);
    }

    /// @return null when the bytes are not of that encoding; a character cut off at the end does not count
    private static @Nullable String strict(byte[] bytes, Charset charset) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, false);
        return result.isError() ? null : text.flip().toString();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// The delimiter that stands equally often in the most lines, as often as it stands in the first.
    private static char delimiter(String text) {
        char best = DELIMITERS.charAt(0);
        long bestScore = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            long score = score(text, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(String text, char delimiter) {
        int inHeader = -1;
        int equal = 0;
        int lines = 0;
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && lines < LINES_LOOKED_AT; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                count++;
            } else if (c == '\n' && !quoted) {
                inHeader = inHeader < 0 ? count : inHeader;
                equal += count == inHeader ? 1 : 0;
                lines++;
                count = 0;
            }
        }
        if (lines == 0) {
            return count;
        }
        return inHeader == 0 ? 0 : equal * 1_000L / lines * 1_000 + inHeader;
    }
}
