package io.waterwheel.loyalty.marketplace.push;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_DIFFERENCE;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_SHOP;

import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sweep;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceLinkRecord;
import io.waterwheel.loyalty.marketplace.LinkMarks;
import io.waterwheel.loyalty.marketplace.LinkState;
import io.waterwheel.loyalty.marketplace.Shop;
import io.waterwheel.loyalty.marketplace.Shops;
import io.waterwheel.loyalty.marketplace.Standings;
import io.waterwheel.loyalty.marketplace.dialect.BoundPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares a shop's list of bound members with ours, each night and when somebody asks. What differs is shown;
/// points that differ are pushed again. Nothing is bound or unbound for it: that is for the buyer to say.
@Component
class MarketComparisons extends Sweep {

    private static final Duration AGAIN = Duration.ofDays(1);

    private final DSLContext database;
    private final Shops shops;
    private final Standings standings;
    private final Vault vault;
    private final InstantSource clock;

    MarketComparisons(DSLContext database, Shops shops, Standings standings, Vault vault, InstantSource clock) {
        super("marketplace-compare", "marketplace.compare", Duration.ofSeconds(1));
        this.database = database;
        this.shops = shops;
        this.standings = standings;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    protected void look() {
        Instant now = clock.instant();
        shops.connected(MARKETPLACE_SHOP
                        .COMPARE_AT
                        .le(now)
                        .or(MARKETPLACE_SHOP
                                .COMPARE_AT
                                .isNull()
                                .and(MARKETPLACE_SHOP.CONNECTED_AT.le(now.minus(AGAIN)))))
                .forEach(shop -> attempt("marketplace.compare", () -> compare(shop)));
    }

    private void compare(Shop shop) {
        // Another node leaves it alone from now on; what fails is tried the next night, or when it is asked for.
        int mine = database.update(MARKETPLACE_SHOP)
                .set(MARKETPLACE_SHOP.COMPARE_AT, clock.instant().plus(AGAIN))
                .where(
                        MARKETPLACE_SHOP.ID.eq(shop.id()),
                        MARKETPLACE_SHOP.COMPARE_AT.isNull().or(MARKETPLACE_SHOP.COMPARE_AT.le(clock.instant())))
                .execute();
        if (mine > 0) {
            Map<String, Long> there = there(shop);
            database.transaction(configuration -> write(DSL.using(configuration), shop, there));
        }
    }

    private Map<String, Long> there(Shop shop) {
        Map<String, Long> there = new HashMap<>();
        String cursor = null;
        try {
            do {
                BoundPage page = shop.dialect().bound(shop.keys(), cursor, clock.instant());
                page.members().forEach(member -> there.put(member.account(), member.points()));
                cursor = page.next();
            } while (cursor != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return there;
    }

    private void write(DSLContext transaction, Shop shop, Map<String, Long> there) {
        transaction
                .deleteFrom(MARKETPLACE_DIFFERENCE)
                .where(MARKETPLACE_DIFFERENCE.SHOP_ID.eq(shop.id()))
                .execute();
        Found found = new Found(shop, clock.instant());
        Set<Integer> seen = new HashSet<>();
        Set<String> here = new HashSet<>();
        List<MarketplaceLinkRecord> links = transaction
                .selectFrom(MARKETPLACE_LINK)
                .where(MARKETPLACE_LINK.SHOP_ID.eq(shop.id()), MARKETPLACE_LINK.STATE.eq(LinkState.LINKED))
                .fetch();
        Map<CustomerNo, Long> have = standings.points(
                shop,
                links.stream()
                        .flatMap(link -> Stream.ofNullable(link.getCustomerNo()))
                        .map(CustomerNo::new)
                        .toList());
        for (MarketplaceLinkRecord link : links) {
            String account = vault.open(link.getAccount());
            Integer customer = link.getCustomerNo();
            here.add(account);
            long points = customer == null ? 0 : have.getOrDefault(new CustomerNo(customer), 0L);
            Long told = there.get(account);
            if (told == null) {
                found.add("only-here", account, points, null);
            } else if (link.getPushAt() == null && told != points) {
                found.add("points", account, points, told);
                again(transaction, link);
            }
            if (customer != null && !seen.add(customer)) {
                found.add("twice", account, points, told);
            }
        }
        there.forEach((account, points) -> {
            if (!here.contains(account)) {
                found.add("only-there", account, null, points);
            }
        });
        found.store(transaction);
        transaction
                .update(MARKETPLACE_SHOP)
                .set(MARKETPLACE_SHOP.COMPARED_AT, clock.instant())
                .where(MARKETPLACE_SHOP.ID.eq(shop.id()))
                .execute();
    }

    private void again(DSLContext transaction, MarketplaceLinkRecord link) {
        transaction
                .update(MARKETPLACE_LINK)
                .setNull(MARKETPLACE_LINK.PUSHED_POINTS)
                .where(MARKETPLACE_LINK.ID.eq(link.getId()))
                .execute();
        LinkMarks.changed(transaction, List.of(link.getCustomerNo()), clock.instant());
    }

    /// What differs, on its way to the table.
    private static final class Found {

        private final Shop shop;
        private final Instant at;
        private final RowSet rows = new RowSet(
                MARKETPLACE_DIFFERENCE.SHOP_ID,
                MARKETPLACE_DIFFERENCE.KIND,
                MARKETPLACE_DIFFERENCE.ACCOUNT,
                MARKETPLACE_DIFFERENCE.HERE,
                MARKETPLACE_DIFFERENCE.THERE,
                MARKETPLACE_DIFFERENCE.FOUND_AT);

        Found(Shop shop, Instant at) {
            this.shop = shop;
            this.at = at;
        }

        void add(String kind, String account, @Nullable Long here, @Nullable Long there) {
            rows.row(shop.id(), kind, Mask.of(IdentifierKind.BUYER_ID, account), here, there, at);
        }

        void store(DSLContext transaction) {
            if (!rows.isEmpty()) {
                RowSet.Given given = rows.as("found");
                transaction
                        .insertInto(MARKETPLACE_DIFFERENCE, given.columns())
                        .select(DSL.select(given.fields()).from(given.table()))
                        .execute();
            }
        }
    }
}
