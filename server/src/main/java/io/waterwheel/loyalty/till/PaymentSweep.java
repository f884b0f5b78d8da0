package io.waterwheel.loyalty.till;

import static io.waterwheel.loyalty.generated.Tables.TILL_PAYMENT;

import io.waterwheel.kernel.LogWorker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives points back that no till came back for, and goes on with what a node left half done. Two nodes at the
/// same payment do no harm.
@Component
class PaymentSweep extends LogWorker {

    private static final Logger log = LoggerFactory.getLogger(PaymentSweep.class);
    private static final int BATCH = 200;

    private final DSLContext database;
    private final PaymentSettling settling;
    private final InstantSource clock;

    PaymentSweep(DSLContext database, PaymentSettling settling, InstantSource clock) {
        super("till-payments", Duration.ofMillis(500));
        this.database = database;
        this.settling = settling;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        List<Long> due = database.select(TILL_PAYMENT.ID)
                .from(TILL_PAYMENT)
                .where(TILL_PAYMENT.SETTLE_AT.le(clock.instant()))
                .orderBy(TILL_PAYMENT.SETTLE_AT)
                .limit(BATCH)
                .fetch(TILL_PAYMENT.ID);
        boolean failed = false;
        for (Long payment : due) {
            try {
                settling.settle(payment);
            } catch (RuntimeException e) {
                // The others go on; this one is tried again after a pause.
                failed = true;
                log.warn("till.payment failed payment={}", payment, e);
            }
        }
        return !failed && due.size() == BATCH;
    }
}
