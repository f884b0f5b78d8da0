package io.waterwheel.loyalty.till;

import static io.waterwheel.loyalty.generated.Tables.TILL_PAYMENT;

import io.waterwheel.kernel.DueRows;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Gives points back that no till came back for, and goes on with what a node left half done. Two nodes at the
/// same payment do no harm.
@Component
class PaymentSweep extends DueRows {

    private final PaymentSettling settling;

    PaymentSweep(DSLContext database, PaymentSettling settling, InstantSource clock) {
        super("till-payments", "till.payment", database, TILL_PAYMENT.ID, TILL_PAYMENT.SETTLE_AT, clock);
        this.settling = settling;
    }

    @Override
    protected void settle(long payment) {
        settling.settle(payment);
    }
}
