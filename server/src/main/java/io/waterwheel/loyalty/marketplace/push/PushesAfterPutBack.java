package io.waterwheel.loyalty.marketplace.push;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_SHOP;

import io.waterwheel.kernel.ClockPutBack;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Without this, marketplaces would hear nothing for as long as the clock was put back.
@Component
class PushesAfterPutBack {

    /// No lease and no rest of our own lasts longer.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DSLContext database;

    PushesAfterPutBack(DSLContext database) {
        this.database = database;
    }

    @EventListener
    void bringBack(ClockPutBack putBack) {
        Instant now = putBack.now();
        Instant longest = now.plus(LONGEST);
        database.update(MARKETPLACE_LINK)
                .set(MARKETPLACE_LINK.PUSH_AT, now)
                .where(MARKETPLACE_LINK.PUSH_AT.gt(now))
                .execute();
        database.update(MARKETPLACE_SHOP)
                .set(MARKETPLACE_SHOP.LEASED_UNTIL, now)
                .where(MARKETPLACE_SHOP.LEASED_UNTIL.gt(longest))
                .execute();
        database.update(MARKETPLACE_SHOP)
                .set(MARKETPLACE_SHOP.RESTS_UNTIL, now)
                .where(MARKETPLACE_SHOP.RESTS_UNTIL.gt(longest))
                .execute();
    }
}
