package io.waterwheel.access.brand;

import static io.waterwheel.access.generated.Tables.BRAND;

import io.waterwheel.access.AccessProblem;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class BrandRows {

    private final DSLContext database;
    private final InstantSource clock;

    BrandRows(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Brand> all() {
        return database.select().from(BRAND).orderBy(BRAND.ID).fetch(BrandRows::brand);
    }

    Brand insert(String key, String name, Currency currency, ZoneId zone) {
        Record row = database.insertInto(BRAND)
                .set(BRAND.KEY, key)
                .set(BRAND.NAME, name)
                .set(BRAND.CURRENCY, currency.getCurrencyCode())
                .set(BRAND.ZONE, zone.getId())
                .set(BRAND.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .returning()
                .fetchOne();
        if (row == null) {
            throw new Problem(AccessProblem.BRAND_TAKEN).with("key", key);
        }
        return brand(row);
    }

    /// Makes the brand only when there is none at all; two nodes starting together make one.
    void insertFirst(String key, String name, Currency currency, ZoneId zone) {
        database.insertInto(BRAND, BRAND.KEY, BRAND.NAME, BRAND.CURRENCY, BRAND.ZONE, BRAND.CREATED_AT)
                .select(DSL.select(
                                DSL.val(key),
                                DSL.val(name),
                                DSL.val(currency.getCurrencyCode()),
                                DSL.val(zone.getId()),
                                DSL.val(clock.instant()))
                        .whereNotExists(DSL.selectOne().from(BRAND)))
                .onConflictDoNothing()
                .execute();
    }

    void update(Brand brand) {
        database.update(BRAND)
                .set(BRAND.NAME, brand.name())
                .set(BRAND.CURRENCY, brand.currency().getCurrencyCode())
                .set(BRAND.ZONE, brand.zone().getId())
                .where(BRAND.ID.eq(brand.id().value()))
                .execute();
    }

    private static Brand brand(Record row) {
        return new Brand(
                new BrandId(row.get(BRAND.ID)),
                row.get(BRAND.KEY),
                row.get(BRAND.NAME),
                Currency.getInstance(row.get(BRAND.CURRENCY)),
                ZoneId.of(row.get(BRAND.ZONE)));
    }
}
