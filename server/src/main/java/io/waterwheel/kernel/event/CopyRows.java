package io.waterwheel.kernel.event;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in PostgreSQL's COPY text format, the fastest way in. Used where rows come by the thousand.
public final class CopyRows {

    private static final int PIECE = 1 << 16;

    private final StringBuilder text = new StringBuilder(PIECE + (PIECE >> 2));
    private boolean begun;
    private @Nullable CopyIn open;
    private @Nullable Instant before;
    private String beforeText = "";

    public CopyRows column(@Nullable String value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    public CopyRows column(long value) {
        separate();
        text.append(value);
        return this;
    }

    public CopyRows column(@Nullable Instant value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else if (value.equals(before)) {
            text.append(beforeText);
        } else {
            int begin = text.length();
            instant(value);
            before = value;
            beforeText = text.substring(begin);
        }
        return this;
    }

    public CopyRows end() {
        text.append('\n');
        begun = false;
        if (open != null && text.length() >= PIECE) {
            try {
                flush(open);
            } catch (SQLException e) {
                throw new DataAccessException("copy", e);
            }
        }
        return this;
    }

    /// Sends the rows within the transaction of `database`.
    ///
    /// @param into the table and its columns, such as `kernel.event (position, key)`
    public long send(DSLContext database, String into) {
        return copy(database, into, rows -> {});
    }

    /// Sends rows while `writer` writes them: the database takes in the first while the last are still being put into
    /// words. The writer must not use the transaction for anything else.
    static void stream(DSLContext database, String into, Consumer<CopyRows> writer) {
        new CopyRows().copy(database, into, writer);
    }

    private long copy(DSLContext database, String into, Consumer<CopyRows> writer) {
        return database.connectionResult(connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
            try {
                open = copy;
                writer.accept(this);
                flush(copy);
                return copy.endCopy();
            } finally {
                open = null;
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private void flush(CopyIn copy) throws SQLException {
        byte[] rows = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(rows, 0, rows.length);
        text.setLength(0);
    }

    private void separate() {
        if (begun) {
            text.append('\t');
        }
        begun = true;
    }

    /// Microseconds, which is what a timestamptz keeps; a formatter would cost more than the rest of the row.
    private void instant(Instant value) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > 9999) {
            text.append(value);
            return;
        }
        digits(time.getYear(), 1000).append('-');
        digits(time.getMonthValue(), 10).append('-');
        digits(time.getDayOfMonth(), 10).append('T');
        digits(time.getHour(), 10).append(':');
        digits(time.getMinute(), 10).append(':');
        digits(time.getSecond(), 10).append('.');
        digits(time.getNano() / 1000, 100_000).append('Z');
    }

    private StringBuilder digits(int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }

    private void escape(String value) {
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < ' ') {
                String written = escaped(c);
                if (written != null) {
                    text.append(value, plain, i).append(written);
                    plain = i + 1;
                }
            }
        }
        text.append(value, plain, value.length());
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> null;
        };
    }
}
