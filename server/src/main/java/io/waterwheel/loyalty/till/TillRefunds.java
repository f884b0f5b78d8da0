package io.waterwheel.loyalty.till;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.TillProblem;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.generated.tables.records.TillPaymentRecord;
import io.waterwheel.loyalty.reward.PointsLife;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Goods that were paid with points come back: the points go to the lots they came from. Any till of the
/// brand may do it, as goods come back to any store.
@Component
public class TillRefunds {

    private final DSLContext database;
    private final PaymentSettling settling;
    private final PointsLedger ledger;
    private final PointsLife life;
    private final InstantSource clock;

    TillRefunds(
            DSLContext database, PaymentSettling settling, PointsLedger ledger, PointsLife life, InstantSource clock) {
        this.database = database;
        this.settling = settling;
        this.ledger = ledger;
        this.life = life;
        this.clock = clock;
    }

    /// @param points   that were given back by this call
    /// @param repeated whether they were before under this key
    @Schema(name = "TillRefund")
    public record TillRefund(String payment, long points, boolean repeated) {}

    /// @param key names the call: repeated, nothing is given back twice
    /// @throws Problem `not-found`, `till-payment-state` where nothing was paid, `till-refund-too-large`,
    ///                 `points-amount-absurd`, `points-key-taken`
    public TillRefund refund(Counter counter, String key, String payment, long points) {
        TillPaymentRecord row =
                settling.settle(TillPayments.find(database, counter, payment).getId());
        if (PaymentState.of(row.getState()) != PaymentState.CAPTURED) {
            throw new Problem(TillProblem.TILL_PAYMENT_STATE).with("state", row.getState());
        }
        if (points < 1 || points > row.getPaid()) {
            throw new Problem(TillProblem.TILL_REFUND_TOO_LARGE);
        }
        Booking booking = ledger.book(List.of(new PointsCommand.GiveBack(
                        settling.occasion(row, PaymentSettling.key(row) + "/refund/" + key),
                        PaymentSettling.paidKey(row),
                        new Points(points),
                        life.until(counter.brand(), clock.instant()))))
                .getFirst();
        return switch (booking) {
            case Booking.Booked(long _, Points _, boolean repeated) -> new TillRefund(payment, points, repeated);
            case Booking.Insufficient _ -> throw new IllegalStateException("giving back needs no balance");
            case Booking.Refused(Booking.Refusal why) ->
                throw new Problem(
                        why == Booking.Refusal.KEY_TAKEN
                                ? PointsProblem.POINTS_KEY_TAKEN
                                : TillProblem.TILL_REFUND_TOO_LARGE);
        };
    }
}
