package io.waterwheel.access.account;

import static io.waterwheel.access.generated.Tables.ACCOUNT_STORE;
import static io.waterwheel.access.generated.Tables.BRAND;

import io.waterwheel.kernel.BrandId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// The stores that were given to accounts. They stay with an account whose role changes, for when it changes back.
@Repository
public class AccountStores {

    private final DSLContext database;

    AccountStores(DSLContext database) {
        this.database = database;
    }

    /// By the account's id, then by the brand's key; accounts and brands without stores are left out.
    public Map<Long, Map<String, List<String>>> all() {
        return where(DSL.noCondition());
    }

    public Map<String, List<String>> of(long account) {
        return where(ACCOUNT_STORE.ACCOUNT_ID.eq(account)).getOrDefault(account, Map.of());
    }

    List<String> of(long account, BrandId brand) {
        return database.select(ACCOUNT_STORE.STORE)
                .from(ACCOUNT_STORE)
                .where(ACCOUNT_STORE.ACCOUNT_ID.eq(account), ACCOUNT_STORE.BRAND_ID.eq(brand.value()))
                .orderBy(ACCOUNT_STORE.STORE)
                .fetch(ACCOUNT_STORE.STORE);
    }

    /// In the transaction of whoever holds the account's row, so that of two administrators the later one is right.
    void give(long account, GivenStores given) {
        given.byBrand().forEach((brand, stores) -> {
            database.deleteFrom(ACCOUNT_STORE)
                    .where(
                            ACCOUNT_STORE.ACCOUNT_ID.eq(account),
                            ACCOUNT_STORE.BRAND_ID.eq(brand.id().value()))
                    .execute();
            if (stores.isEmpty()) {
                return;
            }
            database.insertInto(ACCOUNT_STORE, ACCOUNT_STORE.ACCOUNT_ID, ACCOUNT_STORE.BRAND_ID, ACCOUNT_STORE.STORE)
                    .valuesOfRows(stores.stream()
                            .map(store -> DSL.row(account, brand.id().value(), store))
                            .toList())
                    .execute();
        });
    }

    private Map<Long, Map<String, List<String>>> where(Condition condition) {
        Map<Long, Map<String, List<String>>> found = new HashMap<>();
        database.select(
                        ACCOUNT_STORE.ACCOUNT_ID,
                        BRAND.KEY,
                        DSL.arrayAgg(ACCOUNT_STORE.STORE).orderBy(ACCOUNT_STORE.STORE))
                .from(ACCOUNT_STORE)
                .join(BRAND)
                .on(BRAND.ID.eq(ACCOUNT_STORE.BRAND_ID))
                .where(condition)
                .groupBy(ACCOUNT_STORE.ACCOUNT_ID, BRAND.KEY)
                .forEach(row -> found.computeIfAbsent(row.value1(), first -> new TreeMap<>())
                        .put(row.value2(), List.of(row.value3())));
        return found;
    }
}
