package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_SHOP;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceShopRecord;
import io.waterwheel.loyalty.marketplace.dialect.MarketplaceDialect;
import io.waterwheel.loyalty.marketplace.dialect.ShopKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The shops that are connected, and how each marketplace speaks.
@Component
public class Shops {

    private final DSLContext database;
    private final Brands brands;
    private final Vault vault;
    private final List<MarketplaceDialect> dialects;

    Shops(DSLContext database, Brands brands, Vault vault, List<MarketplaceDialect> dialects) {
        this.database = database;
        this.brands = brands;
        this.vault = vault;
        this.dialects = dialects;
    }

    /// By the code in the address.
    ///
    /// @throws Problem `marketplace-shop-unknown`
    public Shop called(String code) {
        return database.selectFrom(MARKETPLACE_SHOP)
                .where(MARKETPLACE_SHOP.CODE.eq(code), MARKETPLACE_SHOP.ENDED_AT.isNull())
                .fetchOptional()
                .map(this::shop)
                .orElseThrow(() -> new Problem(MarketplaceProblem.MARKETPLACE_SHOP_UNKNOWN));
    }

    public Optional<Shop> find(long id) {
        return connected(MARKETPLACE_SHOP.ID.eq(id)).stream().findFirst();
    }

    public List<Shop> connected(Condition which) {
        return database.selectFrom(MARKETPLACE_SHOP)
                .where(which, MARKETPLACE_SHOP.ENDED_AT.isNull())
                .orderBy(MARKETPLACE_SHOP.ID)
                .fetch(this::shop);
    }

    /// @throws Problem `invalid`
    MarketplaceDialect dialect(String code) {
        return dialects.stream()
                .filter(dialect -> dialect.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.INVALID)
                        .at("/marketplace", "choice", new Text("须是 " + codes() + " 之一", "must be one of " + codes())));
    }

    private String codes() {
        return dialects.stream().map(MarketplaceDialect::code).sorted().collect(Collectors.joining(", "));
    }

    private Shop shop(MarketplaceShopRecord row) {
        return new Shop(
                row.getId(),
                brands.get(new BrandId(row.getBrandId())),
                row.getCode(),
                dialect(row.getDialect()),
                new ShopKeys(row.getName(), row.getAppKey(), vault.open(row.getSecret()), row.getSalt(), row.getApi()));
    }
}
