package io.waterwheel.intake.file;

import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cells of one row by the fields they are mapped to; refuses what no database can store.
final class FieldCells {

    /// Of codes and identifiers, which are keys in the books.
    static final int LONGEST_KEY = 200;

    private static final int LONGEST_VALUE = 1_000;

    /// A number that a spreadsheet took for a fraction.
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d+\\.0");

    private final ImportTask task;
    private final Row row;

    FieldCells(ImportTask task, Row row) {
        this.task = task;
        this.row = row;
    }

    /// @return null when the field is not mapped or the cell is blank
    @Nullable
    String text(String field) throws LineRefused {
        return textAt(task.column(field));
    }

    @Nullable
    String textAt(int column) throws LineRefused {
        if (column < 0) {
            return null;
        }
        String text = row.cell(column);
        if (text.indexOf('\0') >= 0) {
            throw new LineRefused(LineFault.CELL_UNSTORABLE, column, null);
        }
        if (text.length() > LONGEST_VALUE) {
            throw new LineRefused(LineFault.VALUE_TOO_LONG, column, text);
        }
        return text.isEmpty() ? null : text;
    }

    /// A text that is a key, without what a spreadsheet adds to numbers.
    ///
    /// @param tooLong the fault of one that is too long
    @Nullable
    String key(String field, LineFault tooLong) throws LineRefused {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_KEY) {
            throw refused(tooLong, field, text);
        }
        return SPREADSHEET_NUMBER.matcher(text).matches() ? text.substring(0, text.length() - 2) : text;
    }

    String required(String field, LineFault missing) throws LineRefused {
        String text = text(field);
        if (text == null) {
            throw refused(missing, field, null);
        }
        return text;
    }

    /// @param unreadable the fault of a text that is no number
    @Nullable
    BigDecimal number(String field, LineFault unreadable) throws LineRefused {
        String text = text(field);
        if (text == null) {
            return null;
        }
        BigDecimal number = Decimals.parse(text);
        if (number == null) {
            throw refused(unreadable, field, text);
        }
        return number;
    }

    LineRefused refused(LineFault fault, String field, @Nullable String value) {
        return new LineRefused(fault, task.column(field), value);
    }

    int column(String field) {
        return task.column(field);
    }
}
