package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.kernel.LogWorker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Goes on with orders that somebody left half done: a node ended between keeping the piece and spending the
/// points, or the ledger was not to be had. Two nodes at the same order do no harm.
@Component
class MallSweep extends LogWorker {

    private static final Logger log = LoggerFactory.getLogger(MallSweep.class);
    private static final int BATCH = 200;

    private final DSLContext database;
    private final MallSettling settling;
    private final InstantSource clock;

    MallSweep(DSLContext database, MallSettling settling, InstantSource clock) {
        super("mall-orders", Duration.ofMillis(500));
        this.database = database;
        this.settling = settling;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        List<Long> due = database.select(MALL_ORDER.ID)
                .from(MALL_ORDER)
                .where(MALL_ORDER.SETTLE_AT.le(clock.instant()))
                .orderBy(MALL_ORDER.SETTLE_AT)
                .limit(BATCH)
                .fetch(MALL_ORDER.ID);
        boolean failed = false;
        for (Long order : due) {
            try {
                settling.settle(order);
            } catch (RuntimeException e) {
                // The others go on; this one is tried again after a pause.
                failed = true;
                log.warn("mall.order failed order={}", order, e);
            }
        }
        return !failed && due.size() == BATCH;
    }
}
