package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_REFUSAL;

import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts what marketplaces, or whoever pretends to be one, were refused.
@Component
public class RefusedCalls {

    private static final Logger log = LoggerFactory.getLogger(RefusedCalls.class);

    private final DSLContext database;
    private final InstantSource clock;

    RefusedCalls(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param shop the code of a known shop, or nothing: what anybody may write in an address is not kept
    public void count(String shop, Problem problem) {
        String code = problem.type().code();
        log.warn("marketplace.refused shop={} code={}", shop, code);
        database.insertInto(MARKETPLACE_REFUSAL)
                .set(MARKETPLACE_REFUSAL.SHOP_CODE, shop)
                .set(MARKETPLACE_REFUSAL.DAY, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(MARKETPLACE_REFUSAL.CODE, code)
                .set(MARKETPLACE_REFUSAL.CALLS, 1L)
                .onConflict(MARKETPLACE_REFUSAL.SHOP_CODE, MARKETPLACE_REFUSAL.DAY, MARKETPLACE_REFUSAL.CODE)
                .doUpdate()
                .set(MARKETPLACE_REFUSAL.CALLS, MARKETPLACE_REFUSAL.CALLS.plus(1))
                .execute();
    }
}
