package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.tier.CurrentTiers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the mall knows of who buys.
@Component
class MallBuyers {

    private final DSLContext database;
    private final Customers customers;
    private final Members members;
    private final CurrentTiers tiers;
    private final PointsLedger ledger;
    private final InstantSource clock;

    MallBuyers(
            DSLContext database,
            Customers customers,
            Members members,
            CurrentTiers tiers,
            PointsLedger ledger,
            InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.members = members;
        this.tiers = tiers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param customer who it is now
    /// @param points   what can be spent
    record Known(
            CustomerNo customer, boolean member, @Nullable String tier, long points) {

        MallAdmission.Buyer having(int bought) {
            return new MallAdmission.Buyer(member, tier, bought, points);
        }
    }

    Known find(Brand brand, CustomerNo asked) {
        CustomerNo customer = customers.currentOf(asked);
        List<Account> accounts =
                members.of(database, brand.id(), List.of(customer)).getOrDefault(customer, List.of());
        return new Known(
                customer,
                !accounts.isEmpty(),
                tiers.of(database, brand.id(), customer, accounts, clock.instant())
                        .map(Tier::id)
                        .orElse(null),
                ledger.spendable(brand.id(), customer).value());
    }

    /// Whose a number is now.
    CustomerNo current(CustomerNo asked) {
        return customers.currentOf(asked);
    }

    /// How many pieces of each item somebody has or had and did not bring back.
    Map<Long, Integer> bought(Brand brand, CustomerNo customer) {
        return database.select(MALL_ORDER.ITEM_ID, DSL.sum(MALL_ORDER.PIECES.minus(MALL_ORDER.RETURNED)))
                .from(MALL_ORDER)
                .where(MALL_ORDER.CUSTOMER_NO.eq(customer.value()))
                .and(MALL_ORDER.BRAND_ID.eq(brand.id().value()))
                .and(MALL_ORDER.STATE.notIn("cancelled", "returned"))
                .groupBy(MALL_ORDER.ITEM_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().intValue());
    }
}
