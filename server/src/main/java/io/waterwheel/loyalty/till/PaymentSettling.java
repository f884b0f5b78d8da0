package io.waterwheel.loyalty.till;

import static io.waterwheel.loyalty.generated.Tables.TILL_PAYMENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.TillPaymentRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings the ledger to where a payment's row is. Every step may be done again, by anybody and at the same
/// time: the ledger books a key once, and the row decides what it is asked.
@Component
class PaymentSettling {

    /// Why points were released that no till came back for.
    static final String OVER = "over";

    private final DSLContext database;
    private final PointsLedger ledger;
    private final InstantSource clock;

    PaymentSettling(DSLContext database, PointsLedger ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Goes on with it as far as it goes now.
    TillPaymentRecord settle(long payment) {
        PaymentState before;
        TillPaymentRecord row = read(payment);
        do {
            before = PaymentState.of(row.getState());
            switch (before) {
                case ASKED -> freeze(row);
                case FROZEN -> endWhenOver(row);
                case CAPTURED -> tell(row, capture(row));
                case RELEASED -> tell(row, new PointsCommand.Release(occasion(row, key(row) + "/back"), key(row)));
                case REFUSED -> {}
            }
            row = read(payment);
        } while (PaymentState.of(row.getState()) != before);
        return row;
    }

    /// Why points were not kept back.
    Problem refusal(TillPaymentRecord row) {
        if ("insufficient".equals(row.getWhy())) {
            CustomerNo customer = new CustomerNo(row.getCustomerNo());
            return new Problem(PointsProblem.POINTS_INSUFFICIENT)
                    .with("available", ledger.spendable(new BrandId(row.getBrandId()), customer));
        }
        return new Problem(PointsProblem.POINTS_AMOUNT_ABSURD).with("most", Points.MOST);
    }

    private TillPaymentRecord read(long payment) {
        return database.selectFrom(TILL_PAYMENT)
                .where(TILL_PAYMENT.ID.eq(payment))
                .fetchSingle();
    }

    private void freeze(TillPaymentRecord row) {
        Booking booking = book(new PointsCommand.Freeze(occasion(row, key(row)), new Points(row.getPoints())));
        switch (booking) {
            case Booking.Booked _ -> move(row, PaymentState.FROZEN, null, row.getUntilAt());
            case Booking.Insufficient _, Booking.Refused _ -> move(row, PaymentState.REFUSED, booking.refusal(), null);
        }
    }

    private void endWhenOver(TillPaymentRecord row) {
        Instant now = clock.instant();
        if (!now.isBefore(row.getUntilAt())) {
            move(row, PaymentState.RELEASED, OVER, now);
        }
    }

    /// Only from where it was seen to be: somebody may have gone on with it.
    private void move(TillPaymentRecord row, PaymentState to, @Nullable String why, @Nullable Instant settleAt) {
        database.update(TILL_PAYMENT)
                .set(TILL_PAYMENT.STATE, to.code())
                .set(TILL_PAYMENT.WHY, why)
                .set(TILL_PAYMENT.SETTLE_AT, settleAt)
                .where(TILL_PAYMENT.ID.eq(row.getId()))
                .and(TILL_PAYMENT.STATE.eq(row.getState()))
                .execute();
    }

    private PointsCommand capture(TillPaymentRecord row) {
        return new PointsCommand.Capture(
                occasion(row, paidKey(row)), key(row), new Points(row.getPaid()), PointsCommand.Payee.ORDER);
    }

    private void tell(TillPaymentRecord row, PointsCommand decided) {
        if (row.getSettleAt() == null) {
            return;
        }
        Booking booking = book(decided);
        if (!(booking instanceof Booking.Booked)) {
            throw new IllegalStateException("payment " + row.getId() + " is not in the ledger: " + booking.refusal());
        }
        database.update(TILL_PAYMENT)
                .setNull(TILL_PAYMENT.SETTLE_AT)
                .where(TILL_PAYMENT.ID.eq(row.getId()))
                .and(TILL_PAYMENT.STATE.eq(row.getState()))
                .execute();
    }

    private Booking book(PointsCommand command) {
        return ledger.book(List.of(command)).getFirst();
    }

    static String key(TillPaymentRecord row) {
        return "till/" + row.getId();
    }

    /// Under which what was paid stands.
    static String paidKey(TillPaymentRecord row) {
        return key(row) + "/paid";
    }

    /// Of somebody who was forgotten since, the ledger still has the account.
    PointsCommand.Occasion occasion(TillPaymentRecord row, String key) {
        return new PointsCommand.Occasion(
                new BrandId(row.getBrandId()),
                new CustomerNo(row.getCustomerNo() == null ? row.getOpenedNo() : row.getCustomerNo()),
                key,
                clock.instant(),
                new PointsReason("till", Map.of("order_id", row.getOrderId())));
    }
}
