package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.PROGRAMME_VERSION;
import static io.waterwheel.loyalty.generated.Tables.WHAT_IF;
import static io.waterwheel.loyalty.generated.Tables.WHAT_IF_MOVE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Deletes who would stand in another tier where nobody needs it any longer: another programme was published since
/// the question was asked, or that is long ago. The figures stay.
@Component
public class OldMovers {

    static final Duration KEPT = Duration.ofDays(90);

    private final DSLContext database;
    private final InstantSource clock;

    OldMovers(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return of how many questions
    @Transactional
    public int drop() {
        Instant now = clock.instant();
        List<Long> old = database.update(WHAT_IF)
                .set(WHAT_IF.MOVERS_DROPPED_AT, now)
                .where(WHAT_IF.MOVERS_DROPPED_AT.isNull())
                .and(WHAT_IF.ANSWERED_AT.isNotNull())
                .and(WHAT_IF.ASKED_AT
                        .lt(now.minus(KEPT))
                        .or(DSL.exists(DSL.selectOne()
                                .from(PROGRAMME_VERSION)
                                .where(PROGRAMME_VERSION.BRAND_ID.eq(WHAT_IF.BRAND_ID))
                                .and(PROGRAMME_VERSION.PUBLISHED_AT.gt(WHAT_IF.ASKED_AT)))))
                .returning(WHAT_IF.ID)
                .fetch(WHAT_IF.ID);
        database.deleteFrom(WHAT_IF_MOVE)
                .where(WHAT_IF_MOVE.WHAT_IF_ID.eq(DSL.any(old.toArray(Long[]::new))))
                .execute();
        return old.size();
    }
}
