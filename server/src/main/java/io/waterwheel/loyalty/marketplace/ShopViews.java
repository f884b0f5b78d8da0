package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_DIFFERENCE;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_REFUSAL;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_SHOP;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceLinkRecord;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceShopRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shops and bound members as people of the brand see them; no secret and no whole account.
@Component
public class ShopViews {

    private static final int MOST = 200;

    private final DSLContext database;
    private final ShopDesk desk;
    private final Vault vault;

    ShopViews(DSLContext database, ShopDesk desk, Vault vault) {
        this.database = database;
        this.desk = desk;
        this.vault = vault;
    }

    /// @param address  what the marketplace is told to call, behind the public address
    /// @param waiting  bound members whose newest state is still to be pushed
    /// @param stuck    bound members the marketplace did not take
    /// @param trouble  why the marketplace could not be called last
    /// @param refused  calls that were refused, by reason
    public record MarketplaceShop(
            String id,
            String marketplace,
            String name,
            String appKey,
            String address,
            String api,
            String connectedBy,
            Instant connectedAt,
            int members,
            int waiting,
            int stuck,
            @Nullable String trouble,
            @Nullable Instant restsUntil,
            @Nullable Instant comparedAt,
            Map<String, Long> refused) {}

    /// @param account masked
    /// @param points  what the marketplace was told last
    /// @param trouble why it did not take the newest
    public record MarketplaceMember(
            CustomerNo customer,
            String account,
            Instant linkedAt,
            @Nullable Long points,
            @Nullable Instant pushedAt,
            boolean waiting,
            @Nullable String trouble) {}

    /// @param kind `only-here`, `only-there`, `points`, or `twice` for two accounts of one member
    public record MarketplaceDifferenceRow(
            String kind,
            String account,
            @Nullable Long here,
            @Nullable Long there,
            Instant foundAt) {}

    public List<MarketplaceShop> shops(Brand brand) {
        return database.selectFrom(MARKETPLACE_SHOP)
                .where(MARKETPLACE_SHOP.BRAND_ID.eq(brand.id().value()), MARKETPLACE_SHOP.ENDED_AT.isNull())
                .orderBy(MARKETPLACE_SHOP.ID)
                .fetch(this::shop);
    }

    private MarketplaceShop shop(MarketplaceShopRecord row) {
        var figures = database.select(
                        DSL.count(),
                        DSL.count().filterWhere(MARKETPLACE_LINK.PUSH_AT.isNotNull()),
                        DSL.count().filterWhere(MARKETPLACE_LINK.TROUBLE.isNotNull()))
                .from(MARKETPLACE_LINK)
                .where(MARKETPLACE_LINK.SHOP_ID.eq(row.getId()), MARKETPLACE_LINK.STATE.eq(LinkState.LINKED))
                .fetchSingle();
        var calls = DSL.sum(MARKETPLACE_REFUSAL.CALLS);
        Map<String, Long> refused = database.select(MARKETPLACE_REFUSAL.CODE, calls)
                .from(MARKETPLACE_REFUSAL)
                .where(MARKETPLACE_REFUSAL.SHOP_CODE.eq(row.getCode()))
                .groupBy(MARKETPLACE_REFUSAL.CODE)
                .fetchMap(one -> one.value1(), one -> one.value2().longValueExact());
        return new MarketplaceShop(
                Long.toString(row.getId()),
                row.getDialect(),
                row.getName(),
                row.getAppKey(),
                "/callbacks/marketplace/" + row.getCode(),
                row.getApi(),
                row.getConnectedBy(),
                row.getConnectedAt(),
                figures.value1(),
                figures.value2(),
                figures.value3(),
                row.getTrouble(),
                row.getRestsUntil(),
                row.getComparedAt(),
                refused);
    }

    /// The latest bound first.
    ///
    /// @param stuck only those the marketplace did not take
    public Page<MarketplaceMember> members(Brand brand, long shop, boolean stuck, PageRequest page) {
        desk.seen(brand, shop);
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        Condition which = stuck ? MARKETPLACE_LINK.TROUBLE.isNotNull() : DSL.noCondition();
        List<MarketplaceLinkRecord> rows = database.selectFrom(MARKETPLACE_LINK)
                // As the partial indexes have it.
                .where(
                        MARKETPLACE_LINK.SHOP_ID.eq(shop),
                        MARKETPLACE_LINK.STATE.eq(DSL.inline(LinkState.LINKED)),
                        which)
                .and(MARKETPLACE_LINK.CUSTOMER_NO.isNotNull())
                .and(MARKETPLACE_LINK.ID.lt(cursor == null ? Long.MAX_VALUE : cursor.number(0)))
                .orderBy(MARKETPLACE_LINK.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        return Page.of(rows, page.size(), row -> Cursor.of(row.getId())).map(this::member);
    }

    private MarketplaceMember member(MarketplaceLinkRecord row) {
        return new MarketplaceMember(
                new CustomerNo(row.getCustomerNo()),
                Mask.of(IdentifierKind.BUYER_ID, vault.open(row.getAccount())),
                row.getLinkedAt(),
                row.getPushedPoints(),
                row.getPushedAt(),
                row.getPushAt() != null,
                row.getTrouble());
    }

    public List<MarketplaceDifferenceRow> differences(Brand brand, long shop) {
        desk.seen(brand, shop);
        return database.selectFrom(MARKETPLACE_DIFFERENCE)
                .where(MARKETPLACE_DIFFERENCE.SHOP_ID.eq(shop))
                .orderBy(MARKETPLACE_DIFFERENCE.ID)
                .limit(MOST)
                .fetch(row -> new MarketplaceDifferenceRow(
                        row.getKind(), row.getAccount(), row.getHere(), row.getThere(), row.getFoundAt()));
    }
}
