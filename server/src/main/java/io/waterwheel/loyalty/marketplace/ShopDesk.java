package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_DIFFERENCE;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_PHONE;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_SHOP;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.WebAddress;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceShopRecord;
import io.waterwheel.loyalty.marketplace.dialect.MarketplaceDialect;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Connects shops and disconnects them.
@Component
public class ShopDesk {

    private static final int CODE_BYTES = 15;
    private static final int LONGEST = 200;

    private final DSLContext database;
    private final Shops shops;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    ShopDesk(DSLContext database, Shops shops, Vault vault, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.shops = shops;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param marketplace `tmall`, `douyin` or `jd`
    /// @param name        as the marketplace calls the shop: the seller's name, or the account's or brand's number
    /// @param salt        what the marketplace mixes mobile numbers with, where it does
    /// @param api         where the marketplace is called
    public record NewMarketplaceShop(
            String marketplace,
            String name,
            String appKey,
            String secret,
            @Nullable String salt,
            String api) {

        @Override
        public String toString() {
            return "NewMarketplaceShop[" + marketplace + ", " + name + "]";
        }
    }

    /// @return its number
    /// @throws Problem `invalid`, `marketplace-shop-taken`
    @Transactional
    public long connect(Brand brand, NewMarketplaceShop wish) {
        MarketplaceDialect dialect = shops.dialect(wish.marketplace());
        String salt = wish.salt() == null ? "" : wish.salt().strip();
        check(wish, dialect.mixes() && salt.isEmpty());
        Instant now = clock.instant();
        MarketplaceShopRecord row = database.newRecord(MARKETPLACE_SHOP);
        row.setBrandId(brand.id().value());
        row.setCode(Secrets.fresh(CODE_BYTES));
        row.setDialect(dialect.code());
        row.setName(wish.name().strip());
        row.setAppKey(wish.appKey().strip());
        row.setSecret(vault.seal(wish.secret().strip()));
        row.setSalt(salt);
        row.setApi(wish.api().strip().replaceAll("/+$", ""));
        row.setConnectedBy(Actor.current().name());
        row.setConnectedAt(now);
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_SHOP_TAKEN, taken).with("name", wish.name());
        }
        audit.record(
                "marketplace-shop.connect",
                "marketplace-shop/" + row.getId(),
                Map.of("brand", brand.key(), "marketplace", dialect.code()));
        return row.getId();
    }

    private static void check(NewMarketplaceShop wish, boolean noSalt) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (wish.name().isBlank() || wish.name().length() > LONGEST) {
            problem.outside("/name", "length", 1, LONGEST);
        }
        if (!wish.appKey().strip().matches("[A-Za-z0-9_.-]{1,100}")) {
            problem.outside("/appKey", "length", 1, 100);
        }
        if (wish.secret().isBlank() || wish.secret().length() > LONGEST) {
            problem.outside("/secret", "length", 1, LONGEST);
        }
        if (noSalt) {
            problem.at("/salt", "missing", new Text("请填写手机号混淆盐值", "enter the salt mobile numbers are mixed with"));
        }
        if (WebAddress.of(wish.api().strip()).isEmpty()) {
            problem.at(
                    "/api",
                    "address",
                    new Text("接口地址以 http:// 或 https:// 开头", "the address begins with http:// or https://"));
        }
        problem.throwIfFaulty();
    }

    /// Ends the shop and what is bound in it; points stay. The marketplace is not told: it is the brand that
    /// takes its shop back, and there may be no key any more.
    ///
    /// @throws Problem `marketplace-shop-unknown`
    @Transactional
    public void disconnect(Brand brand, long id) {
        own(brand, id);
        Instant now = clock.instant();
        database.update(MARKETPLACE_SHOP)
                .set(MARKETPLACE_SHOP.ENDED_AT, now)
                .set(MARKETPLACE_SHOP.SECRET, "")
                .setNull(MARKETPLACE_SHOP.COMPARE_AT)
                .where(MARKETPLACE_SHOP.ID.eq(id))
                .execute();
        database.update(MARKETPLACE_LINK)
                .set(MARKETPLACE_LINK.STATE, LinkState.ENDED)
                .set(MARKETPLACE_LINK.ENDED_AT, now)
                .setNull(MARKETPLACE_LINK.PUSH_AT)
                .setNull(MARKETPLACE_LINK.MIX)
                .where(MARKETPLACE_LINK.SHOP_ID.eq(id), MARKETPLACE_LINK.STATE.eq(LinkState.LINKED))
                .execute();
        database.deleteFrom(MARKETPLACE_LINK)
                .where(MARKETPLACE_LINK.SHOP_ID.eq(id), MARKETPLACE_LINK.STATE.eq(LinkState.FORGOTTEN))
                .execute();
        database.deleteFrom(MARKETPLACE_PHONE)
                .where(MARKETPLACE_PHONE.SHOP_ID.eq(id))
                .execute();
        database.deleteFrom(MARKETPLACE_DIFFERENCE)
                .where(MARKETPLACE_DIFFERENCE.SHOP_ID.eq(id))
                .execute();
        audit.record("marketplace-shop.disconnect", "marketplace-shop/" + id, Map.of("brand", brand.key()));
    }

    /// Compares the lists of bound members as soon as somebody is free to.
    ///
    /// @throws Problem `marketplace-shop-unknown`
    @Transactional
    public void compare(Brand brand, long id) {
        own(brand, id);
        database.update(MARKETPLACE_SHOP)
                .set(MARKETPLACE_SHOP.COMPARE_AT, clock.instant())
                .where(MARKETPLACE_SHOP.ID.eq(id))
                .execute();
        audit.record("marketplace-shop.compare", "marketplace-shop/" + id, Map.of("brand", brand.key()));
    }

    /// Keeps others from changing what is bound in the shop until the transaction ends.
    ///
    /// @throws Problem `marketplace-shop-unknown`
    void own(Brand brand, long id) {
        refuseUnknown(connected(brand, id).forUpdate().fetch().isEmpty());
    }

    /// Whoever only looks waits for nobody.
    ///
    /// @throws Problem `marketplace-shop-unknown`
    void seen(Brand brand, long id) {
        refuseUnknown(!database.fetchExists(connected(brand, id)));
    }

    private SelectConditionStep<Record1<Long>> connected(Brand brand, long id) {
        return database.select(MARKETPLACE_SHOP.ID)
                .from(MARKETPLACE_SHOP)
                .where(
                        MARKETPLACE_SHOP.ID.eq(id),
                        MARKETPLACE_SHOP.BRAND_ID.eq(brand.id().value()),
                        MARKETPLACE_SHOP.ENDED_AT.isNull());
    }

    private static void refuseUnknown(boolean unknown) {
        if (unknown) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_SHOP_UNKNOWN);
        }
    }
}
