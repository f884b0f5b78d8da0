package io.waterwheel.kernel.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in PostgreSQL's COPY text format, the fastest way in. Used where rows come by the thousand.
public final class CopyRows {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean begun;

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
        } else {
            instant(value);
        }
        return this;
    }

    public CopyRows end() {
        text.append('\n');
        begun = false;
        return this;
    }

    /// Sends the rows within the transaction of `database`.
    ///
    /// @param into the table and its columns, such as `kernel.event (position, key)`
    public long send(DSLContext database, String into) {
        return database.connectionResult(connection -> {
            byte[] rows = text.toString().getBytes(StandardCharsets.UTF_8);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
            try {
                copy.writeToCopy(rows, 0, rows.length);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
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
