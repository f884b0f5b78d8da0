package io.waterwheel.loyalty.member;

import static io.waterwheel.kernel.generated.Tables.CONSUMER_OFFSET;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// How far in the log the programme has come. What stands behind it is acknowledged and not decided yet.
@Component
public class Heard {

    /// The reader of the log that decides.
    public static final String READER = "loyalty";

    private final DSLContext database;

    Heard(DSLContext database) {
        this.database = database;
    }

    public long position() {
        return database.select(CONSUMER_OFFSET.POSITION)
                .from(CONSUMER_OFFSET)
                .where(CONSUMER_OFFSET.CONSUMER.eq(READER))
                .fetchOptional(CONSUMER_OFFSET.POSITION)
                .orElse(0L);
    }
}
