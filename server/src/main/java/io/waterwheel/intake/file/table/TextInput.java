package io.waterwheel.intake.file.table;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A text file, unpacked and strictly decoded.
final class TextInput implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Charset charset;
    private final CountedInput bytes;
    private final Reader reader;
    private final long size;

    private TextInput(Charset charset, CountedInput bytes, Reader reader, long size) {
        this.charset = charset;
        this.bytes = bytes;
        this.reader = reader;
        this.size = size;
    }

    /// @throws Problem `file-gone`, `file-gzip-broken`
    static TextInput open(Path file, boolean gzip, Charset charset) throws IOException {
        CountedInput bytes;
        try {
            bytes = new CountedInput(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new Problem(IntakeProblem.FILE_GONE, e);
        }
        try {
            return new TextInput(charset, bytes, decoded(bytes, gzip, charset), Math.max(1, Files.size(file)));
        } catch (ZipException | EOFException e) {
            bytes.close();
            throw new Problem(IntakeProblem.FILE_GZIP_BROKEN, e).with("line", 0);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static Reader decoded(InputStream bytes, boolean gzip, Charset charset) throws IOException {
        InputStream in = gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
        Reader text = new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
        } catch (CharacterCodingException told) {
            text.reset();
        }
        return text;
    }

    Reader reader() {
        return reader;
    }

    /// How much of the file, as it lies on the disk, has been read.
    double share() {
        return Math.min(1, (double) bytes.count() / size);
    }

    /// What a failure near a line means to a person.
    ///
    /// @return null when it is not about the file
    @Nullable
    Problem explained(Throwable failure, long line) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CharacterCodingException undecodable -> {
                    return new Problem(IntakeProblem.FILE_UNDECODABLE, failure)
                            .with("line", line)
                            .with("encoding", charset.name());
                }
                case ZipException broken -> {
                    return new Problem(IntakeProblem.FILE_GZIP_BROKEN, failure).with("line", line);
                }
                case EOFException cutOff -> {
                    return new Problem(IntakeProblem.FILE_GZIP_BROKEN, failure).with("line", line);
                }
                case UncheckedIOException wrapper -> {}
                case IOException io -> throw io;
                default -> {}
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        bytes.close();
    }
}
