package io.waterwheel.loyalty.marketplace.push;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceLinkRecord;
import io.waterwheel.loyalty.marketplace.Shop;
import io.waterwheel.loyalty.marketplace.Standings;
import io.waterwheel.loyalty.marketplace.dialect.MemberStanding;
import io.waterwheel.loyalty.marketplace.dialect.PushOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells marketplaces what bound members have. What is told is read at the moment it is told, so of many changes
/// only the newest goes out, and after an hour's silence each member costs one call.
@Component
class MarketPushes extends LogWorker {

    private static final int BATCH = 200;
    private static final long LEAP = 1_000;

    private final DSLContext database;
    private final ShopLease lease;
    private final CallPace pace;
    private final Standings standings;
    private final Vault vault;
    private final InstantSource clock;

    MarketPushes(
            DSLContext database,
            ShopLease lease,
            CallPace pace,
            Standings standings,
            Vault vault,
            InstantSource clock) {
        super("marketplace-push", Duration.ofMillis(300));
        this.database = database;
        this.lease = lease;
        this.pace = pace;
        this.standings = standings;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        return lease.take().map(this::push).orElse(false);
    }

    private boolean push(Shop shop) {
        Instant taken = clock.instant();
        List<MarketplaceLinkRecord> due = database.selectFrom(MARKETPLACE_LINK)
                .where(MARKETPLACE_LINK.SHOP_ID.eq(shop.id()), MARKETPLACE_LINK.PUSH_AT.le(taken))
                .orderBy(MARKETPLACE_LINK.PUSH_AT, MARKETPLACE_LINK.ID)
                .limit(BATCH)
                .fetch();
        boolean took = false;
        for (MarketplaceLinkRecord link : due) {
            if (!ShopLease.lasts(taken, clock.instant())) {
                break;
            }
            Optional<PushOutcome> outcome = tell(shop, link);
            if (outcome.isEmpty()) {
                lease.pause(shop, Duration.ZERO);
                return true;
            }
            switch (outcome.get()) {
                case PushOutcome.Taken(), PushOutcome.Known(), PushOutcome.Refused _ -> took = true;
                case PushOutcome.Limited(Duration after) -> {
                    if (took) {
                        lease.pause(shop, after);
                    } else {
                        // Whoever takes nothing at all is not well, whatever it calls that.
                        lease.rest(shop, new PushOutcome.Later(after, "limited"));
                    }
                    return true;
                }
                case PushOutcome.Later later -> {
                    lease.rest(shop, later);
                    return true;
                }
            }
        }
        lease.giveBack(shop);
        return true;
    }

    /// @return nothing when the marketplace takes no more calls in this second
    private Optional<PushOutcome> tell(Shop shop, MarketplaceLinkRecord link) {
        String account = vault.open(link.getAccount());
        Integer customer = link.getCustomerNo();
        if (customer == null) {
            return pace.takes(shop.id()) ? Optional.of(unbind(shop, link, account)) : Optional.empty();
        }
        MemberStanding standing = standings.of(shop, new CustomerNo(customer));
        if (isTold(link, standing)) {
            done(link, standing, null);
            return Optional.of(new PushOutcome.Taken());
        }
        if (!pace.takes(shop.id())) {
            return Optional.empty();
        }
        PushOutcome outcome = shop.dialect().push(shop.keys(), account, standing, version(link), clock.instant());
        switch (outcome) {
            case PushOutcome.Taken() -> done(link, standing, null);
            case PushOutcome.Known() -> passBy(link);
            case PushOutcome.Refused(String why) -> done(link, standing, why);
            case PushOutcome.Limited _ -> pace.tooMany(shop.id());
            case PushOutcome.Later _ -> {}
        }
        return Optional.of(outcome);
    }

    private PushOutcome unbind(Shop shop, MarketplaceLinkRecord link, String account) {
        PushOutcome outcome = shop.dialect().unbind(shop.keys(), account, clock.instant());
        switch (outcome) {
            // Not bound there: nothing is left to be told either.
            case PushOutcome.Taken(), PushOutcome.Known(), PushOutcome.Refused _ ->
                database.deleteFrom(MARKETPLACE_LINK)
                        .where(MARKETPLACE_LINK.ID.eq(link.getId()))
                        .execute();
            case PushOutcome.Limited _ -> pace.tooMany(shop.id());
            case PushOutcome.Later _ -> {}
        }
        return outcome;
    }

    private static boolean isTold(MarketplaceLinkRecord link, MemberStanding standing) {
        return link.getTrouble() == null
                && Long.valueOf(standing.points()).equals(link.getPushedPoints())
                && Integer.valueOf(standing.level()).equals(link.getPushedTier());
    }

    /// Grows with each change of a link, and from each link of an account to its next.
    private static long version(MarketplaceLinkRecord link) {
        return (link.getId() << 20) + link.getChanges();
    }

    /// An answer was lost, or a backup restored, so nobody here can say what the marketplace shows: it is told again
    /// under a version that passes by the one it knows.
    private void passBy(MarketplaceLinkRecord link) {
        database.update(MARKETPLACE_LINK)
                .set(MARKETPLACE_LINK.CHANGES, MARKETPLACE_LINK.CHANGES.plus(LEAP))
                .set(MARKETPLACE_LINK.PUSH_AT, clock.instant().plus(CallPace.SECOND))
                .setNull(MARKETPLACE_LINK.PUSHED_POINTS)
                .where(MARKETPLACE_LINK.ID.eq(link.getId()))
                .execute();
    }

    /// What changed meanwhile stays to be told.
    private void done(MarketplaceLinkRecord link, MemberStanding standing, @Nullable String trouble) {
        boolean taken = trouble == null;
        database.update(MARKETPLACE_LINK)
                .set(
                        MARKETPLACE_LINK.PUSH_AT,
                        DSL.when(MARKETPLACE_LINK.CHANGES.eq(link.getChanges()), DSL.castNull(MARKETPLACE_LINK.PUSH_AT))
                                .otherwise(MARKETPLACE_LINK.PUSH_AT))
                .set(MARKETPLACE_LINK.TROUBLE, trouble)
                .set(MARKETPLACE_LINK.PUSHED_AT, taken ? clock.instant() : link.getPushedAt())
                .set(MARKETPLACE_LINK.PUSHED_POINTS, taken ? Long.valueOf(standing.points()) : link.getPushedPoints())
                .set(MARKETPLACE_LINK.PUSHED_TIER, taken ? Integer.valueOf(standing.level()) : link.getPushedTier())
                .where(MARKETPLACE_LINK.ID.eq(link.getId()))
                .execute();
    }
}
