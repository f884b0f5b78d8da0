package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.io.Reader;

/// Lines that are not blank; of one beyond all measure only the beginning is kept.
final class TextLines {

    private static final int LONGEST = 1 << 20;
    private static final int SHOWN = 200;

    private final Reader in;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private long number;
    private boolean tooLong;

    TextLines(Reader in) {
        this.in = in;
    }

    /// @return whether there is another line
    boolean advance() throws IOException {
        while (read()) {
            number++;
            if (!line.isEmpty() && !line.chars().allMatch(c -> c <= ' ')) {
                return true;
            }
        }
        return false;
    }

    private boolean read() throws IOException {
        line.setLength(0);
        tooLong = false;
        boolean anything = false;
        while (true) {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return anything;
                }
            }
            anything = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            keep(from, at - from);
            if (at < end) {
                at++;
                return true;
            }
        }
    }

    private void keep(int from, int length) {
        if (line.length() + length > LONGEST) {
            tooLong = true;
            line.setLength(Math.min(line.length(), SHOWN));
        }
        if (!tooLong) {
            line.append(buffer, from, length);
        }
    }

    String line() {
        return line.toString();
    }

    boolean tooLong() {
        return tooLong;
    }

    /// Where the line stands, from 1.
    long number() {
        return number;
    }
}
