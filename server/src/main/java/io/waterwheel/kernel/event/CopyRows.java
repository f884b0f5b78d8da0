package io.waterwheel.kernel.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
            text.append(value);
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

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }
}
