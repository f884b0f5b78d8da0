package io.waterwheel.segment.engine;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Record3;

/// Which data a read sees. It is read together with the answers, because the warehouse moves on between two reads.
///
/// @param version  grows with every change of the data
/// @param position the last one of the log that is in it
record DataState(long version, long position, Instant dataAt) {

    static DataState read(DSLContext context) {
        Record3<Long, Long, LocalDateTime> feed = context.select(
                        field(name("version"), Long.class),
                        field(name("position"), Long.class),
                        field(name("data_at"), LocalDateTime.class))
                .from(table(name("feed")))
                .fetchOne();
        return feed == null
                ? new DataState(0, 0, Instant.EPOCH)
                : new DataState(feed.value1(), feed.value2(), feed.value3().toInstant(ZoneOffset.UTC));
    }
}
