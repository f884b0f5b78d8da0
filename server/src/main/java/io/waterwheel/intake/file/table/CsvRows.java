package io.waterwheel.intake.file.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows of a file of delimited text.
final class CsvRows implements Rows {

    /// Of one cell, so that a forgotten quote does not take the whole file into memory.
    private static final int LONGEST_READABLE_CELL = 4 << 20;

    private final TextInput text;
    private final CsvReader<Row> reader;
    private final CloseableIterator<Row> lines;
    private final Row line;
    private final List<String> columns;

    private CsvRows(TextInput text, char delimiter) throws IOException {
        this.text = text;
        this.line = new Row();
        this.reader = reader(text.reader(), delimiter, line);
        this.lines = reader.iterator();
        Row header = next();
        if (header == null) {
            throw new Problem(IntakeProblem.FILE_EMPTY);
        }
        this.columns = ColumnNames.unique(
                IntStream.range(0, header.cells()).mapToObj(header::cell).toList());
    }

    static CsvRows open(Path file, CsvFormat format) throws IOException {
        TextInput text = TextInput.open(file, format.gzip(), format.charset());
        try {
            return new CsvRows(text, format.delimiter());
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    /// Stray characters behind a closing quote are common in hand-made files and cost no line.
    @SuppressWarnings("removal")
    private static CsvReader<Row> reader(Reader text, char delimiter, Row line) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_READABLE_CELL)
                .build(new IntoOneRow(line), text);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /// @throws Problem `file-undecodable`, `file-gzip-broken`, `file-cell-endless`
    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (lines.hasNext()) {
                Row read = lines.next();
                if (!read.isBlank()) {
                    return read;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    @Override
    public double share() {
        return text.share();
    }

    private RuntimeException explained(RuntimeException failure) throws IOException {
        Problem problem = text.explained(failure, line.number());
        if (problem != null) {
            return problem;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CsvParseException && cause.getCause() == null) {
                return new Problem(IntakeProblem.FILE_CELL_ENDLESS, failure)
                        .with("line", line.number())
                        .with("limit", LONGEST_READABLE_CELL);
            }
        }
        return failure;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        text.close();
    }

    private static final class IntoOneRow extends AbstractBaseCsvCallbackHandler<Row> {

        private final Row line;

        IntoOneRow(Row line) {
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
        protected Row buildRecord() {
            return line;
        }
    }
}
