package io.waterwheel.loyalty.tier;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /// @param accounts the memberships of the customer
    /// @return nothing where the brand has no tiers
    public Optional<Tier> of(
            DSLContext database, BrandId brand, CustomerNo customer, List<Account> accounts, Instant at) {
        Optional<LiveProgramme> programme = programmes.current(database, brand);
        int place = programme
                .map(live -> standings.tier(database, live, customer, accounts, at))
                .orElse(-1);
        return place < 0
                ? Optional.empty()
                : programme.map(live -> Objects.requireNonNull(live.definition().tiers())
                        .tiers()
                        .get(place));
    }
}
