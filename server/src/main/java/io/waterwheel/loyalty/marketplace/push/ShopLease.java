package io.waterwheel.loyalty.marketplace.push;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_SHOP;

import io.waterwheel.loyalty.marketplace.Shop;
import io.waterwheel.loyalty.marketplace.Shops;
import io.waterwheel.loyalty.marketplace.dialect.PushOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One node at a time calls a shop's marketplace: what is told of a member is told in order. A shop whose
/// marketplace fails rests, longer each time, and all its members with it.
@Component
class ShopLease {

    private static final Duration LASTS = Duration.ofSeconds(60);
    private static final int LONGEST_REST_SECONDS = 60;

    private final DSLContext database;
    private final Shops shops;
    private final InstantSource clock;

    ShopLease(DSLContext database, Shops shops, InstantSource clock) {
        this.database = database;
        this.shops = shops;
        this.clock = clock;
    }

    /// A shop with something to push, for this node alone.
    Optional<Shop> take() {
        Instant now = clock.instant();
        return Optional.ofNullable(database.update(MARKETPLACE_SHOP)
                        .set(MARKETPLACE_SHOP.LEASED_UNTIL, now.plus(LASTS))
                        .where(MARKETPLACE_SHOP.ID.eq(DSL.select(MARKETPLACE_SHOP.ID)
                                .from(MARKETPLACE_SHOP)
                                .where(
                                        MARKETPLACE_SHOP.ENDED_AT.isNull(),
                                        MARKETPLACE_SHOP
                                                .LEASED_UNTIL
                                                .isNull()
                                                .or(MARKETPLACE_SHOP.LEASED_UNTIL.lt(now)),
                                        MARKETPLACE_SHOP.RESTS_UNTIL.isNull().or(MARKETPLACE_SHOP.RESTS_UNTIL.le(now)),
                                        DSL.exists(DSL.selectOne()
                                                .from(MARKETPLACE_LINK)
                                                .where(
                                                        MARKETPLACE_LINK.SHOP_ID.eq(MARKETPLACE_SHOP.ID),
                                                        MARKETPLACE_LINK.PUSH_AT.le(now))))
                                .orderBy(MARKETPLACE_SHOP.RESTS_UNTIL.asc().nullsFirst())
                                .limit(1)
                                .forUpdate()
                                .skipLocked()))
                        .returningResult(MARKETPLACE_SHOP.ID)
                        .fetchOne(MARKETPLACE_SHOP.ID))
                .flatMap(shops::find);
    }

    /// Whether the node may still make a call without another beginning.
    static boolean lasts(Instant taken, Instant now) {
        return now.isBefore(taken.plus(LASTS).minusSeconds(20));
    }

    void giveBack(Shop shop) {
        well(shop, null);
    }

    /// The marketplace is well and takes no more in this second.
    ///
    /// @param asked what it asked to wait, zero when it did not say
    void pause(Shop shop, Duration asked) {
        well(shop, clock.instant().plus(asked.compareTo(CallPace.SECOND) > 0 ? asked : CallPace.SECOND));
    }

    private void well(Shop shop, @Nullable Instant restsUntil) {
        database.update(MARKETPLACE_SHOP)
                .setNull(MARKETPLACE_SHOP.LEASED_UNTIL)
                .set(MARKETPLACE_SHOP.FAILURES, 0)
                .set(MARKETPLACE_SHOP.RESTS_UNTIL, restsUntil)
                .setNull(MARKETPLACE_SHOP.TROUBLE)
                .where(MARKETPLACE_SHOP.ID.eq(shop.id()))
                .execute();
    }

    void rest(Shop shop, PushOutcome.Later later) {
        int failures = database.select(MARKETPLACE_SHOP.FAILURES)
                .from(MARKETPLACE_SHOP)
                .where(MARKETPLACE_SHOP.ID.eq(shop.id()))
                .fetchOptional(MARKETPLACE_SHOP.FAILURES)
                .orElse(0);
        long seconds =
                Math.max(later.after().toSeconds(), Math.min(LONGEST_REST_SECONDS, 1L << Math.min(failures, 10)));
        database.update(MARKETPLACE_SHOP)
                .setNull(MARKETPLACE_SHOP.LEASED_UNTIL)
                .set(MARKETPLACE_SHOP.FAILURES, failures + 1)
                .set(MARKETPLACE_SHOP.RESTS_UNTIL, clock.instant().plusSeconds(seconds))
                .set(MARKETPLACE_SHOP.TROUBLE, later.why())
                .where(MARKETPLACE_SHOP.ID.eq(shop.id()))
                .execute();
    }
}
