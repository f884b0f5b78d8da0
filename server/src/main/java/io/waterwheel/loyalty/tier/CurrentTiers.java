package io.waterwheel.loyalty.tier;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The tier somebody has, whichever way they have it.
@Component
public class CurrentTiers {

    private final LiveProgrammes programmes;
    private final TierStandings standings;

    CurrentTiers(LiveProgrammes programmes, TierStandings standings) {
        this.programmes = programmes;
        this.standings = standings;
    }

    /// @param accounts the memberships of each customer
    /// @return nobody where the brand has no tiers
    public Map<CustomerNo, Tier> of(
            DSLContext database, BrandId brand, Map<CustomerNo, List<Account>> accounts, Instant at) {
        Map<CustomerNo, Tier> tiers = new HashMap<>();
        programmes.current(database, brand).ifPresent(live -> {
            TierScheme scheme = live.definition().tiers();
            if (scheme != null) {
                standings
                        .tiers(database, live, accounts, at)
                        .forEach((customer, place) ->
                                tiers.put(customer, scheme.tiers().get(place)));
            }
        });
        return tiers;
    }

    /// @param accounts the memberships of the customer
    /// @return nothing where the brand has no tiers
    public Optional<Tier> of(
            DSLContext database, BrandId brand, CustomerNo customer, List<Account> accounts, Instant at) {
        return Optional.ofNullable(
                of(database, brand, Map.of(customer, accounts), at).get(customer));
    }
}
