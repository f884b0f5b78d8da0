package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.kernel.DueRows;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Goes on with orders that somebody left half done: a node ended between keeping the piece and spending the
/// points, or the ledger was not to be had. Two nodes at the same order do no harm.
@Component
class MallSweep extends DueRows {

    private final MallSettling settling;

    MallSweep(DSLContext database, MallSettling settling, InstantSource clock) {
        super("mall-orders", "mall.order", database, MALL_ORDER.ID, MALL_ORDER.SETTLE_AT, clock);
        this.settling = settling;
    }

    @Override
    protected void settle(long order) {
        settling.settle(order);
    }
}
