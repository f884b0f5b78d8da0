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
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells marketplaces what bound members have. What is told is read at the moment it is told, so of many changes
/// only the newest goes out, and after an hour's silence each member costs one call.
@Component
class MarketPushes extends LogWorker {

    private static final int BATCH = 200;

    private final DSLContext database;
    private final ShopLease lease;
    private final Standings standings;
    private final Vault vault;
    private final InstantSource clock;

    MarketPushes(DSLContext database, ShopLease lease, Standings standings, Vault vault, InstantSource clock) {
        super("marketplace-push", Duration.ofMillis(300));
        this.database = database;
        this.lease = lease;
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
        for (MarketplaceLinkRecord link : due) {
            if (!ShopLease.lasts(taken, clock.instant())) {
                break;
            }
            if (tell(shop, link) instanceof PushOutcome.Later later) {
                lease.rest(shop, later);
                return true;
            }
        }
        lease.giveBack(shop);
        return true;
    }

    private PushOutcome tell(Shop shop, MarketplaceLinkRecord link) {
        String account = vault.open(link.getAccount());
        Integer customer = link.getCustomerNo();
        if (customer == null) {
            PushOutcome outcome = shop.dialect().unbind(shop.keys(), account, clock.instant());
            if (!(outcome instanceof PushOutcome.Later)) {
                // Taken, or not bound there: either way nothing is left to be told.
                database.deleteFrom(MARKETPLACE_LINK)
                        .where(MARKETPLACE_LINK.ID.eq(link.getId()))
                        .execute();
            }
            return outcome;
        }
        MemberStanding standing = standings.of(shop, new CustomerNo(customer));
        if (isTold(link, standing)) {
            done(link, standing, null);
            return new PushOutcome.Taken();
        }
        PushOutcome outcome = shop.dialect().push(shop.keys(), account, standing, version(link), clock.instant());
        switch (outcome) {
            case PushOutcome.Taken() -> done(link, standing, null);
            case PushOutcome.Refused(String why) -> done(link, standing, why);
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
