package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.EARNING;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.BoughtRecord;
import io.waterwheel.loyalty.generated.tables.records.EarningRecord;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Takes back what orders brought.
@Component
class Takings {

    private final EarningRows rows;

    Takings(EarningRows rows) {
        this.rows = rows;
    }

    /// The share of what was refunded so far.
    ///
    /// @param kind   what the keys of the takings begin with
    /// @param refund the number of the refund, or of its order
    void refunded(
            DSLContext transaction,
            LiveProgramme programme,
            BoughtRecord bought,
            String kind,
            String refund,
            Instant at) {
        take(transaction, programme, bought, bought.getRefunded(), kind + ":" + refund, refund, "refund", at);
    }

    /// All of it: an import that told of the order was undone.
    ///
    /// @param position of the event that undid it
    void undone(DSLContext transaction, LiveProgramme programme, BoughtRecord bought, long position, Instant at) {
        take(
                transaction,
                programme,
                bought,
                bought.getAmount(),
                "undone:" + position,
                bought.getNumber(),
                "undone",
                at);
    }

    private void take(
            DSLContext transaction,
            LiveProgramme programme,
            BoughtRecord bought,
            long refunded,
            String key,
            String refund,
            String reason,
            Instant at) {
        List<EarningRecord> earnings = transaction
                .selectFrom(EARNING)
                .where(EARNING.BRAND_ID.eq(bought.getBrandId()))
                .and(EARNING.ORDER_NUMBER.eq(bought.getNumber()))
                .orderBy(EARNING.ID)
                .fetch();
        for (EarningRecord earned : earnings) {
            if (earned.getEarnedKey() != null) {
                continue;
            }
            long taken = earnings.stream()
                    .filter(other -> earned.getKey().equals(other.getEarnedKey()))
                    .mapToLong(EarningRecord::getPoints)
                    .sum();
            long now = Refunds.take(earned.getPoints(), bought.getAmount(), refunded, taken);
            if (now > 0) {
                rows.write(
                        transaction,
                        new EarningRows.Row(
                                programme,
                                new CustomerNo(earned.getCustomerNo()),
                                new CustomerNo(earned.getOpenedNo()),
                                key + ":" + earned.getKey(),
                                earned.getKey(),
                                earned.getRule(),
                                bought.getNumber(),
                                at,
                                now,
                                reason,
                                Map.of("order_id", bought.getNumber(), "refund", refund)));
            }
        }
    }
}
