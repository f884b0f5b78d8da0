package io.waterwheel.loyalty.coupon.settlement;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;
import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What coupons took off in each store, and what was given for them, less what came back: the brand owes the
/// store that much. It is added up from what happened to coupons, of which nothing is ever changed; so a period
/// that is over stays as it was.
@Component
public class Settlements {

    private static final int MOST_DAYS = 400;

    private final DSLContext database;
    private final TransactionOperations transactions;

    Settlements(DSLContext database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// One store's sum.
    ///
    /// @param store    null for what was sold without one
    /// @param redeemed how many coupons were redeemed
    /// @param amount   what they took off, and what their gifts cost, in minor units
    /// @param returned what of it came back, within the same days, whenever it was redeemed
    /// @param owed     the difference
    public record StoreSum(@Nullable String store, int redeemed, long amount, long returned, long owed) {}

    /// Whether the coupons and what happened to them say the same.
    ///
    /// @param moves   what all moves of the brand add up to
    /// @param coupons what all its coupons took off, less refunds
    public record Reconciliation(long moves, long coupons, boolean agrees) {}

    /// One line of the file.
    ///
    /// @param amount in the major unit; negative for what came back
    public record SettlementLine(
            @Nullable String store,
            java.time.LocalDateTime at,
            String step,
            @Nullable String order,
            long coupon,
            String template,
            BigDecimal amount,
            String by) {}

    /// @param from  the first day in the brand's zone
    /// @param until the last day
    /// @throws Problem `invalid`
    public List<StoreSum> sums(Brand brand, LocalDate from, LocalDate until) {
        Field<Integer> redeemed = DSL.count().filterWhere(COUPON_MOVE.STEP.eq("redeem"));
        Field<BigDecimal> amount =
                DSL.coalesce(DSL.sum(COUPON_MOVE.AMOUNT).filterWhere(COUPON_MOVE.STEP.eq("redeem")), BigDecimal.ZERO);
        Field<BigDecimal> back =
                DSL.coalesce(DSL.sum(COUPON_MOVE.AMOUNT).filterWhere(COUPON_MOVE.STEP.ne("redeem")), BigDecimal.ZERO);
        return database.select(COUPON_MOVE.STORE, redeemed, amount, back)
                .from(COUPON_MOVE)
                .where(within(brand, from, until))
                .groupBy(COUPON_MOVE.STORE)
                .orderBy(COUPON_MOVE.STORE.asc().nullsLast())
                .fetch(row -> {
                    long taken = row.value3().longValueExact();
                    long returned = -row.value4().longValueExact();
                    return new StoreSum(row.value1(), row.value2(), taken, returned, taken - returned);
                });
    }

    /// Every redemption and every return, in the order in which they happened, in constant memory.
    ///
    /// @param store null for all stores
    public void lines(
            Brand brand, LocalDate from, LocalDate until, @Nullable String store, Consumer<SettlementLine> each) {
        Condition which =
                within(brand, from, until).and(store == null ? DSL.noCondition() : COUPON_MOVE.STORE.eq(store));
        transactions.executeWithoutResult(_ -> {
            try (var rows = database.select(
                            COUPON_MOVE.STORE,
                            COUPON_MOVE.AT,
                            COUPON_MOVE.STEP,
                            COUPON_MOVE.ORDER_ID,
                            COUPON_MOVE.COUPON_ID,
                            COUPON_TEMPLATE.NAME,
                            COUPON_MOVE.AMOUNT,
                            COUPON_MOVE.BY_NAME)
                    .from(COUPON_MOVE)
                    .join(COUPON_TEMPLATE)
                    .on(COUPON_TEMPLATE.ID.eq(COUPON_MOVE.TEMPLATE_ID))
                    .where(which)
                    .orderBy(COUPON_MOVE.AT, COUPON_MOVE.ID)
                    .fetchSize(2_000)
                    .fetchLazy()) {
                rows.forEach(row -> each.accept(new SettlementLine(
                        row.value1(),
                        row.value2().atZone(brand.zone()).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        BigDecimal.valueOf(row.value7(), brand.fractionDigits()),
                        row.value8())));
            }
        });
    }

    /// Adds up everything anew, both ways.
    public Reconciliation reconcile(Brand brand) {
        // Of one moment: a redemption between the two questions would look like a difference.
        var sums = database.select(
                        DSL.field(DSL.select(DSL.coalesce(DSL.sum(COUPON_MOVE.AMOUNT), BigDecimal.ZERO))
                                .from(COUPON_MOVE)
                                .where(COUPON_MOVE.BRAND_ID.eq(brand.id().value()))),
                        DSL.field(
                                DSL.select(DSL.coalesce(DSL.sum(COUPON.AMOUNT.minus(COUPON.REFUNDED)), BigDecimal.ZERO))
                                        .from(COUPON)
                                        .where(COUPON.BRAND_ID.eq(brand.id().value()))
                                        .and(COUPON.STATE.in("redeemed", "returned"))))
                .fetchSingle();
        long moves = sums.value1().longValueExact();
        long coupons = sums.value2().longValueExact();
        return new Reconciliation(moves, coupons, moves == coupons);
    }

    private static Condition within(Brand brand, LocalDate from, LocalDate until) {
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) >= MOST_DAYS) {
            throw new Problem(KernelProblem.INVALID).outside("/until", "range", from, from.plusDays(MOST_DAYS - 1L));
        }
        return COUPON_MOVE
                .BRAND_ID
                .eq(brand.id().value())
                .and(COUPON_MOVE.STEP.in(
                        DSL.inline("redeem"), DSL.inline("refund"), DSL.inline("give-back"), DSL.inline("return")))
                .and(COUPON_MOVE.AT.ge(brand.startOf(from)))
                .and(COUPON_MOVE.AT.lt(brand.startOf(until.plusDays(1))));
    }
}
