package io.waterwheel.loyalty.membercentre.card;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.LOT;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Points as their member sees them.
@Component
public class MemberPoints {

    private static final int DAYS_SHOWN = 12;

    private final DSLContext database;
    private final PointsLedger ledger;
    private final InstantSource clock;

    MemberPoints(DSLContext database, PointsLedger ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    public PointsSeen of(Member member) {
        PointsBalance balance = ledger.balances(member.brand().id(), List.of(member.customer()))
                .getOrDefault(member.customer(), PointsBalance.EMPTY);
        return new PointsSeen(
                balance.available().value(),
                balance.pending().value(),
                balance.frozen().value(),
                balance.debt().value(),
                ledger.spendable(member.brand().id(), member.customer()).value(),
                expiring(member));
    }

    private List<PointsSeen.Expiring> expiring(Member member) {
        Brand brand = member.brand();
        var points = DSL.sum(LOT.REMAINING);
        return database.select(LOT.EXPIRES_AT, points)
                .from(LOT)
                .where(LOT.BRAND_ID.eq(brand.id().value()))
                .and(LOT.OPENED_NO.in(DSL.select(ACCOUNT.OPENED_NO)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BRAND_ID.eq(brand.id().value()))
                        .and(ACCOUNT.CUSTOMER_NO.eq(member.customer().value()))))
                .and(DSL.condition(LOT.OPEN))
                .and(LOT.EXPIRES_AT.gt(clock.instant()))
                .groupBy(LOT.EXPIRES_AT)
                .orderBy(LOT.EXPIRES_AT)
                .limit(DAYS_SHOWN)
                .fetch(row -> new PointsSeen.Expiring(
                        brand.dayOf(row.value1().minusMillis(1)), row.value2().longValueExact()));
    }
}
