package io.waterwheel.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes on with rows whose time has come, one by one, the longest due first: what somebody left half done, and what
/// was put off. One that fails is tried again after a pause, and the others go on. Two nodes may be at the same row.
public abstract class DueRows extends LogWorker {

    private static final Logger log = LoggerFactory.getLogger(DueRows.class);
    private static final int BATCH = 200;

    private final String what;
    private final DSLContext database;
    private final TableField<?, Long> id;
    private final TableField<?, Instant> due;
    private final InstantSource clock;

    /// @param what what the log says has failed
    /// @param due  from when on a row is due; null in those that rest
    protected DueRows(
            String worker,
            String what,
            DSLContext database,
            TableField<?, Long> id,
            TableField<?, Instant> due,
            InstantSource clock) {
        super(worker, Duration.ofMillis(500));
        this.what = what;
        this.database = database;
        this.id = id;
        this.due = due;
        this.clock = clock;
    }

    /// Goes on with a row as far as it goes now.
    protected abstract void settle(long row);

    @Override
    protected final boolean work() {
        List<Long> rows = database.select(id)
                .from(Objects.requireNonNull(id.getTable()))
                .where(due.le(clock.instant()))
                .orderBy(due)
                .limit(BATCH)
                .fetch(id);
        boolean failed = false;
        for (Long row : rows) {
            try {
                settle(row);
            } catch (RuntimeException e) {
                failed = true;
                log.warn("{} failed id={}", what, row, e);
            }
        }
        return !failed && rows.size() == BATCH;
    }
}
