package io.waterwheel.intake.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what [RejectedLines] wrote, adding the reasons in the reader's language.
final class ErrorFile {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int LINE = 0;
    private static final int COLUMN = 1;
    private static final int CODE = 2;
    private static final int VALUE = 3;
    private static final int CELLS = 4;

    private final Path file;

    ErrorFile(Path file) {
        this.file = file;
    }

    Page<ImportError> page(PageRequest request, Locale locale) throws IOException {
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        long from = cursor == null ? 0 : cursor.number(0);
        List<ImportError> errors = new ArrayList<>();
        if (Files.exists(file)) {
            try (CsvReader<CsvRecord> csv = reader();
                    CloseableIterator<CsvRecord> rows = csv.iterator()) {
                rows.next();
                for (long index = 0; rows.hasNext() && errors.size() <= request.size(); index++) {
                    CsvRecord row = rows.next();
                    if (index >= from) {
                        errors.add(error(row, locale));
                    }
                }
            }
        }
        return Page.of(errors, request.size(), last -> Cursor.of(from + request.size()));
    }

    private static ImportError error(CsvRecord row, Locale locale) {
        String column = row.getField(COLUMN);
        String value = row.getField(VALUE);
        return new ImportError(
                Long.parseLong(row.getField(LINE)),
                column.isEmpty() ? null : column,
                row.getField(CODE),
                LineFault.of(row.getField(CODE)).message().in(locale),
                value.isEmpty() ? null : value);
    }

    /// Writes the file for a person: line, column, code, message, and the line as it came. It begins with a byte
    /// order mark, without which spreadsheets misread Chinese.
    void download(OutputStream out, Locale locale) throws IOException {
        out.write(BYTE_ORDER_MARK);
        if (!Files.exists(file)) {
            return;
        }
        try (CsvReader<CsvRecord> csv = reader();
                CsvWriter writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            boolean header = true;
            for (CsvRecord row : csv) {
                List<String> cells = new ArrayList<>(List.of(
                        row.getField(LINE),
                        row.getField(COLUMN),
                        row.getField(CODE),
                        header
                                ? "message"
                                : LineFault.of(row.getField(CODE)).message().in(locale)));
                cells.addAll(row.getFields().subList(CELLS, row.getFieldCount()));
                writer.writeRecord(cells);
                header = false;
            }
        }
    }

    private CsvReader<CsvRecord> reader() throws IOException {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file, StandardCharsets.UTF_8);
    }
}
