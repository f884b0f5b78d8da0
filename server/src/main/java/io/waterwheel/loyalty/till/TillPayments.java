package io.waterwheel.loyalty.till;

import static io.waterwheel.loyalty.generated.Tables.TILL_PAYMENT;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.TillProblem;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.generated.tables.records.TillPaymentRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Paying with points at a till: kept back, then captured or released. What a till decides is decided in its
/// row, once; the ledger is told afterwards, as often as it takes.
@Component
public class TillPayments {

    private static final int MINUTES = 30;
    private static final int MOST_MINUTES = 1_440;
    private static final int LONGEST_ORDER = 100;

    /// When the sweep asks the ledger, if the till's own call has not by then.
    private static final Duration TAKEN_OVER_AFTER = Duration.ofSeconds(30);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final TillVisits visits;
    private final PaymentSettling settling;
    private final InstantSource clock;

    TillPayments(
            DSLContext database,
            TransactionOperations transactions,
            TillVisits visits,
            PaymentSettling settling,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.visits = visits;
        this.settling = settling;
        this.clock = clock;
    }

    /// Points to be kept back.
    ///
    /// @param visit   what the till was given when it read the member's code
    /// @param minutes how long they are kept, 1 to 1440; 30 when absent
    @Schema(name = "PointsFreezeWish")
    public record Wish(
            String visit,
            String order,
            long points,
            @Nullable Integer minutes) {}

    /// @param key names the call: repeated, it is answered as the payment is now
    /// @throws Problem `points-insufficient`, `points-amount-absurd`, `points-key-taken`, `till-visit-over`,
    ///                 `till-visit-forged`, `invalid`
    public TillPayment freeze(Counter counter, String key, Wish wish) {
        int minutes = wish.minutes() == null ? MINUTES : wish.minutes();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new Problem(KernelProblem.INVALID).outside("/minutes", "range", 1, MOST_MINUTES);
        }
        if (wish.order().isBlank() || wish.order().length() > LONGEST_ORDER) {
            throw new Problem(KernelProblem.INVALID).outside("/order", "length", 1, LONGEST_ORDER);
        }
        if (wish.points() < 1 || wish.points() > Points.MOST) {
            throw new Problem(PointsProblem.POINTS_AMOUNT_ABSURD).with("most", Points.MOST);
        }
        TillPaymentRecord before = byKey(counter, key);
        // A till that got no answer for half an hour asks with a visit that is over, and is answered.
        boolean repeated = before != null || !insert(counter, key, wish, minutes);
        TillPaymentRecord row = before != null ? before : byKey(counter, key);
        if (row == null || !Arrays.equals(row.getAsked(), asked(wish))) {
            throw new Problem(PointsProblem.POINTS_KEY_TAKEN);
        }
        TillPaymentRecord settled = settling.settle(row.getId());
        if (PaymentState.of(settled.getState()) == PaymentState.REFUSED) {
            throw settling.refusal(settled);
        }
        return TillPayment.of(settled, repeated);
    }

    /// Pays with what was kept back; what is left of it is the member's again.
    ///
    /// @param points null for all of it
    /// @throws Problem `not-found`, `till-payment-elsewhere`, `till-payment-over`, `till-payment-state`,
    ///                 `points-amount-absurd`
    public TillPayment capture(Counter counter, String payment, @Nullable Long points) {
        TillPaymentRecord now = settled(counter, payment);
        long paid = points == null ? now.getPoints() : points;
        if (paid < 1 || paid > now.getPoints()) {
            throw new Problem(PointsProblem.POINTS_AMOUNT_ABSURD).with("most", now.getPoints());
        }
        if (PaymentState.of(now.getState()) == PaymentState.CAPTURED && now.getPaid() == paid) {
            return TillPayment.of(now, true);
        }
        return decide(now, row -> {
            row.setState(PaymentState.CAPTURED.code());
            row.setPaid(paid);
        });
    }

    /// Gives back what was kept back.
    ///
    /// @throws Problem `not-found`, `till-payment-elsewhere`, `till-payment-state`
    public TillPayment release(Counter counter, String payment) {
        TillPaymentRecord now = settled(counter, payment);
        return PaymentState.of(now.getState()) == PaymentState.RELEASED
                ? TillPayment.of(now, true)
                : decide(now, row -> row.setState(PaymentState.RELEASED.code()));
    }

    private static byte[] asked(Wish wish) {
        return Sha256.of(wish.visit() + "\n" + wish.points() + "\n" + wish.minutes() + "\n" + wish.order());
    }

    private TillPayment decide(TillPaymentRecord payment, Consumer<TillPaymentRecord> decision) {
        transactions.executeWithoutResult(_ -> {
            TillPaymentRecord row = database.selectFrom(TILL_PAYMENT)
                    .where(TILL_PAYMENT.ID.eq(payment.getId()))
                    .forUpdate()
                    .fetchSingle();
            Instant now = clock.instant();
            switch (PaymentState.of(row.getState())) {
                case FROZEN -> {
                    decision.accept(row);
                    row.setDecidedAt(now);
                    row.setSettleAt(now);
                    row.update();
                }
                case RELEASED ->
                    throw new Problem(over(row) ? TillProblem.TILL_PAYMENT_OVER : TillProblem.TILL_PAYMENT_STATE)
                            .with("state", row.getState());
                case ASKED, REFUSED, CAPTURED ->
                    throw new Problem(TillProblem.TILL_PAYMENT_STATE).with("state", row.getState());
            }
        });
        return TillPayment.of(settling.settle(payment.getId()), false);
    }

    private static boolean over(TillPaymentRecord row) {
        return PaymentSettling.OVER.equals(row.getWhy());
    }

    private TillPaymentRecord settled(Counter counter, String payment) {
        TillPaymentRecord row = find(database, counter, payment);
        if (!row.getTill().equals(counter.by())) {
            throw new Problem(TillProblem.TILL_PAYMENT_ELSEWHERE);
        }
        return settling.settle(row.getId());
    }

    /// @throws Problem `not-found`
    static TillPaymentRecord find(DSLContext database, Counter counter, String payment) {
        return database.selectFrom(TILL_PAYMENT)
                .where(TILL_PAYMENT.ID.eq(payment.matches("[1-9]\\d{0,17}") ? Long.parseLong(payment) : 0L))
                .and(TILL_PAYMENT.BRAND_ID.eq(counter.brand().id().value()))
                .and(TILL_PAYMENT.CUSTOMER_NO.isNotNull())
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "till payment " + payment));
    }

    private @Nullable TillPaymentRecord byKey(Counter counter, String key) {
        return database.selectFrom(TILL_PAYMENT)
                .where(TILL_PAYMENT.BRAND_ID.eq(counter.brand().id().value()))
                .and(TILL_PAYMENT.KEY.eq(key))
                .fetchOne();
    }

    private boolean insert(Counter counter, String key, Wish wish, int minutes) {
        CustomerNo customer = visits.read(counter, wish.visit());
        Instant now = clock.instant();
        return database.insertInto(TILL_PAYMENT)
                        .set(TILL_PAYMENT.BRAND_ID, counter.brand().id().value())
                        .set(TILL_PAYMENT.KEY, key)
                        .set(TILL_PAYMENT.ASKED, asked(wish))
                        .set(TILL_PAYMENT.TILL, counter.by())
                        .set(TILL_PAYMENT.STORE, counter.store())
                        .set(TILL_PAYMENT.ORDER_ID, wish.order())
                        .set(TILL_PAYMENT.OPENED_NO, customer.value())
                        .set(TILL_PAYMENT.CUSTOMER_NO, customer.value())
                        .set(TILL_PAYMENT.POINTS, wish.points())
                        .set(TILL_PAYMENT.STATE, PaymentState.ASKED.code())
                        .set(TILL_PAYMENT.ASKED_AT, now)
                        .set(TILL_PAYMENT.UNTIL_AT, now.plus(Duration.ofMinutes(minutes)))
                        .set(TILL_PAYMENT.SETTLE_AT, now.plus(TAKEN_OVER_AFTER))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }
}
