package io.waterwheel.intake.file.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One row of a file as its cells. The reader fills the same object again for each row, so that a file of ten
/// million rows makes no more garbage than its cells that are asked for.
public final class Row {

    public static final int LONGEST_CELL = 64 * 1024;

    /// Of a cell that is too long, what is kept to show it.
    private static final int SHOWN = 200;

    private static final int LONGEST_LINE = 1 << 20;

    private char[] text = new char[1 << 12];
    private int[] ends = new int[32];
    private int cells;
    private long number;
    private int tooLong;
    private @Nullable LineFault fault;

    void begin(long line) {
        number = line;
        cells = 0;
        tooLong = -1;
        fault = null;
    }

    /// The row as a whole is no row.
    void spoil(LineFault why) {
        fault = why;
    }

    void add(String cell) {
        char[] characters = cell.toCharArray();
        add(characters, 0, characters.length);
    }

    void add(char[] buffer, int offset, int length) {
        int start = cells == 0 ? 0 : ends[cells - 1];
        int kept = length;
        if (length > LONGEST_CELL || start + length > LONGEST_LINE) {
            tooLong = tooLong < 0 ? cells : tooLong;
            kept = Math.min(length, SHOWN);
        }
        if (start + kept > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, start + kept));
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        System.arraycopy(buffer, offset, text, start, kept);
        ends[cells++] = start + kept;
    }

    /// Refuses a row that is no row, has a cell beyond all measure, or other cells than the columns.
    public void requireCells(int columns) throws LineRefused {
        if (fault != null) {
            throw new LineRefused(fault, -1, cells == 0 ? null : raw(0));
        }
        if (tooLong >= 0) {
            throw new LineRefused(LineFault.CELL_TOO_LONG, tooLong, raw(tooLong));
        }
        if (cells < columns || (cells > columns && !isBlankFrom(columns))) {
            throw new LineRefused(LineFault.COLUMN_COUNT, -1, Integer.toString(cells));
        }
    }

    /// Where it begins in the file, from 1.
    public long number() {
        return number;
    }

    public int cells() {
        return cells;
    }

    /// A cell without the blanks around it; empty when the line ends before it.
    public String cell(int index) {
        if (index >= cells) {
            return "";
        }
        int from = index == 0 ? 0 : ends[index - 1];
        int to = ends[index];
        while (from < to && blank(text[from])) {
            from++;
        }
        while (to > from && blank(text[to - 1])) {
            to--;
        }
        return new String(text, from, to - from);
    }

    /// A cell as it stands in the file.
    public String raw(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(text, from, ends[index] - from);
    }

    public List<String> raw() {
        return IntStream.range(0, cells).mapToObj(this::raw).toList();
    }

    boolean isBlank() {
        return isBlankFrom(0);
    }

    /// Whether nothing stands in the cells from that one on.
    boolean isBlankFrom(int cell) {
        int to = cells == 0 ? 0 : ends[cells - 1];
        for (int i = cell == 0 ? 0 : ends[Math.min(cell, cells) - 1]; i < to; i++) {
            if (!blank(text[i])) {
                return false;
            }
        }
        return true;
    }

    /// Blanks of Excel exports and Chinese typing included.
    private static boolean blank(char c) {
        return c <= ' ' ? c != '\0' : c == '\u00A0' || c == '\u3000' || c == '\uFEFF';
    }
}
