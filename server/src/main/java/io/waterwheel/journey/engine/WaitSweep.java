package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.RUN_WAIT;

import io.waterwheel.kernel.Sweep;
import java.time.Duration;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Lets go of goals that can no longer be reached; a while later, because what happened in time may be told
/// late.
@Component
class WaitSweep extends Sweep {

    private static final Duration LATE = Duration.ofDays(7);

    private final DSLContext database;
    private final InstantSource clock;

    WaitSweep(DSLContext database, InstantSource clock) {
        super("journey-waits", "journey.waits", RARELY);
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void look() {
        database.deleteFrom(RUN_WAIT)
                .where(RUN_WAIT.UNTIL.lt(clock.instant().minus(LATE)))
                .execute();
    }
}
