package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.LOT;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// What customers have at this moment, whether or not the night's work has come to their lots: the account's
/// row, less what is over, and what is due counted as available. Two short ranges of an index for each account.
@Component
class Balances {

    private final DSLContext database;
    private final InstantSource clock;

    Balances(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Map<CustomerNo, PointsBalance> of(BrandId brand, Collection<CustomerNo> customers) {
        Instant now = clock.instant();
        Condition over = LOT.EXPIRES_AT.le(now);
        Field<Long> overAvailable = lots(over.and(DSL.condition(LOT.PENDING).not()));
        Field<Long> overPending = DSL.when(ACCOUNT.PENDING.gt(0L), lots(over.and(DSL.condition(LOT.PENDING))))
                .otherwise(0L);
        Field<Long> due = DSL.when(
                        ACCOUNT.PENDING.gt(0L),
                        lots(DSL.condition(LOT.PENDING)
                                .and(LOT.AVAILABLE_AT.le(now))
                                .and(LOT.EXPIRES_AT.isNull().or(LOT.EXPIRES_AT.gt(now)))))
                .otherwise(0L);
        Field<BigDecimal> available =
                DSL.sum(ACCOUNT.AVAILABLE.minus(overAvailable).plus(due));
        Field<BigDecimal> pending = DSL.sum(ACCOUNT.PENDING.minus(overPending).minus(due));
        Field<BigDecimal> frozen = DSL.sum(ACCOUNT.FROZEN);
        Field<BigDecimal> debt = DSL.sum(ACCOUNT.DEBT);
        return database.select(ACCOUNT.CUSTOMER_NO, available, pending, frozen, debt)
                .from(ACCOUNT)
                .where(ACCOUNT.BRAND_ID.eq(brand.value()), ACCOUNT.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .groupBy(ACCOUNT.CUSTOMER_NO)
                .fetchMap(
                        row -> new CustomerNo(row.get(ACCOUNT.CUSTOMER_NO)),
                        row -> new PointsBalance(
                                points(row, available), points(row, pending), points(row, frozen), points(row, debt)));
    }

    /// With what others lend whom they share an account with.
    Points spendable(BrandId brand, CustomerNo customer) {
        List<CustomerNo> all = new ArrayList<>(List.of(customer));
        Sharers.of(database, List.of(new AccountId(brand, customer)))
                .forEach(sharer -> all.add(sharer.lender().opened()));
        long sum = of(brand, all).entrySet().stream()
                .filter(each ->
                        each.getKey().equals(customer) || each.getValue().debt().value() == 0)
                .mapToLong(each -> each.getValue().available().value())
                .sum();
        return new Points(Math.min(Points.MOST, sum));
    }

    private static Field<Long> lots(Condition which) {
        return DSL.field(
                DSL.select(DSL.coalesce(DSL.sum(LOT.REMAINING), BigDecimal.ZERO).cast(Long.class))
                        .from(LOT)
                        .where(
                                LOT.BRAND_ID.eq(ACCOUNT.BRAND_ID),
                                LOT.OPENED_NO.eq(ACCOUNT.OPENED_NO),
                                DSL.condition(LOT.OPEN),
                                which));
    }

    /// Customers who are several members together may have more than one member can.
    private static Points points(Record row, Field<BigDecimal> sum) {
        return new Points(Math.min(Points.MOST, row.get(sum).longValueExact()));
    }
}
