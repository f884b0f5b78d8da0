package io.waterwheel.loyalty.marketplace;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.marketplace.dialect.MemberStanding;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import io.waterwheel.loyalty.tier.CurrentTiers;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What marketplaces show of a member now.
@Component
public class Standings {

    private final DSLContext database;
    private final Members members;
    private final PointsLedger ledger;
    private final CurrentTiers tiers;
    private final LiveProgrammes programmes;
    private final InstantSource clock;

    Standings(
            DSLContext database,
            Members members,
            PointsLedger ledger,
            CurrentTiers tiers,
            LiveProgrammes programmes,
            InstantSource clock) {
        this.database = database;
        this.members = members;
        this.ledger = ledger;
        this.tiers = tiers;
        this.programmes = programmes;
        this.clock = clock;
    }

    public MemberStanding of(Shop shop, CustomerNo customer) {
        List<Account> accounts =
                members.of(database, shop.brand().id(), List.of(customer)).getOrDefault(customer, List.of());
        return new MemberStanding(
                points(shop, customer),
                level(shop, customer, accounts),
                accounts.isEmpty() ? "" : accounts.getFirst().card());
    }

    long points(Shop shop, CustomerNo customer) {
        return points(shop, List.of(customer)).getOrDefault(customer, 0L);
    }

    /// What many have, nothing for who never had points.
    public Map<CustomerNo, Long> points(Shop shop, Collection<CustomerNo> customers) {
        Map<CustomerNo, Long> points = new HashMap<>();
        ledger.balances(shop.brand().id(), customers)
                .forEach((customer, has) -> points.put(customer, has.available().value()));
        return points;
    }

    private int level(Shop shop, CustomerNo customer, List<Account> accounts) {
        TierScheme scheme = programmes
                .current(database, shop.brand().id())
                .map(live -> live.definition().tiers())
                .orElse(null);
        if (scheme == null || accounts.isEmpty()) {
            return 0;
        }
        List<String> order = scheme.tiers().stream().map(Tier::id).toList();
        return tiers.of(database, shop.brand().id(), customer, accounts, clock.instant())
                .map(tier -> order.indexOf(tier.id()) + 1)
                .orElse(0);
    }
}
