package io.waterwheel.intake.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A file's lines, one after the other, in constant memory. Whatever makes the rest unreadable is a clear problem.
final class CsvLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /// Of one cell, so that a forgotten quote does not take the whole file into memory.
    private static final int LONGEST_READABLE_CELL = 4 << 20;

    private final FileFormat format;
    private final Counted bytes;
    private final CsvReader<CsvLine> reader;
    private final CloseableIterator<CsvLine> lines;
    private final CsvLine line;

    private CsvLines(FileFormat format, Counted bytes, Reader text) {
        this.format = format;
        this.bytes = bytes;
        this.line = new CsvLine();
        this.reader = reader(text, format.delimiter(), line);
        this.lines = reader.iterator();
    }

    /// @throws Problem `file-gone`, `file-gzip-broken`
    static CsvLines open(Path file, FileFormat format) throws IOException {
        Counted bytes;
        try {
            bytes = new Counted(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new Problem(IntakeProblem.FILE_GONE, e);
        }
        try {
            return new CsvLines(format, bytes, text(bytes, format));
        } catch (ZipException | EOFException e) {
            bytes.close();
            throw new Problem(IntakeProblem.FILE_GZIP_BROKEN, e).with("line", 0);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static Reader text(Counted bytes, FileFormat format) throws IOException {
        InputStream in = format.gzip() ? new GZIPInputStream(bytes, BUFFER) : bytes;
        Reader text = new BufferedReader(
                new InputStreamReader(
                        in,
                        format.charset()
                                .newDecoder()
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

    /// Stray characters behind a closing quote are common in hand-made files and cost no line.
    @SuppressWarnings("removal")
    private static CsvReader<CsvLine> reader(Reader text, char delimiter, CsvLine line) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_READABLE_CELL)
                .build(new IntoOneLine(line), text);
    }

    /// @return the next line that is not blank, the same object each time; null at the end
    /// @throws Problem `file-undecodable`, `file-gzip-broken`, `file-cell-endless`
    @Nullable
    CsvLine next() throws IOException {
        try {
            while (lines.hasNext()) {
                CsvLine read = lines.next();
                if (!read.isBlank()) {
                    return read;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    /// How much of the file, as it lies on the disk, has been read.
    long bytesRead() {
        return bytes.count;
    }

    private RuntimeException explained(RuntimeException failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CharacterCodingException undecodable -> {
                    return new Problem(IntakeProblem.FILE_UNDECODABLE, failure)
                            .with("line", line.number())
                            .with("encoding", format.charset().name());
                }
                case ZipException broken -> {
                    return brokenGzip(failure);
                }
                case EOFException cutOff -> {
                    return brokenGzip(failure);
                }
                case UncheckedIOException wrapper -> {}
                case IOException io -> throw io;
                case CsvParseException csv
                when csv.getCause() == null -> {
                    return new Problem(IntakeProblem.FILE_CELL_ENDLESS, failure)
                            .with("line", line.number())
                            .with("limit", LONGEST_READABLE_CELL);
                }
                default -> {}
            }
        }
        return failure;
    }

    private Problem brokenGzip(RuntimeException failure) {
        return new Problem(IntakeProblem.FILE_GZIP_BROKEN, failure).with("line", line.number());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        bytes.close();
    }

    private static final class IntoOneLine extends AbstractBaseCsvCallbackHandler<CsvLine> {

        private final CsvLine line;

        IntoOneLine(CsvLine line) {
            this.line = line;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            line.add(buf, offset, len);
        }

        @Override
        protected CsvLine buildRecord() {
            return line;
        }
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
