package io.waterwheel.intake.file;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One line of a file as its cells. The reader fills the same object again for each line, so that a file of ten
/// million lines makes no more garbage than its cells that are asked for.
final class CsvLine {

    static final int LONGEST_CELL = 64 * 1024;

    /// Of a cell that is too long, what is kept to show it.
    private static final int SHOWN = 200;

    private static final int LONGEST_LINE = 1 << 20;

    private char[] text = new char[1 << 12];
    private int[] ends = new int[32];
    private int cells;
    private long number;
    private int tooLong;

    void begin(long line) {
        number = line;
        cells = 0;
        tooLong = -1;
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

    /// Where it begins in the file, from 1.
    long number() {
        return number;
    }

    int cells() {
        return cells;
    }

    /// The first cell that is longer than anything sensible, −1 when there is none.
    int tooLong() {
        return tooLong;
    }

    /// A cell without the blanks around it; empty when the line ends before it.
    String cell(int index) {
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
    String raw(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(text, from, ends[index] - from);
    }

    List<String> raw() {
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
