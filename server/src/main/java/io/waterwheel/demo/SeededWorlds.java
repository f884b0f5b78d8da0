package io.waterwheel.demo;

import static io.waterwheel.demo.generated.Tables.WORLD;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.generated.tables.records.WorldRecord;
import io.waterwheel.kernel.BrandId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SeededWorlds {

    private final DSLContext database;
    private final InstantSource clock;

    SeededWorlds(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<SeededWorld> find(Brand brand) {
        return database.selectFrom(WORLD)
                .where(WORLD.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(SeededWorlds::seeded);
    }

    /// Finds it and keeps others from changing it until the transaction ends.
    SeededWorld lock(Brand brand) {
        return database.selectFrom(WORLD)
                .where(WORLD.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchSingle(SeededWorlds::seeded);
    }

    void insert(Brand brand, long seed, int size, LocalDate today) {
        database.insertInto(WORLD)
                .set(WORLD.BRAND_ID, brand.id().value())
                .set(WORLD.SEED, seed)
                .set(WORLD.SIZE, size)
                .set(WORLD.TODAY, today)
                .execute();
    }

    void written(Brand brand, int written) {
        database.update(WORLD)
                .set(WORLD.WRITTEN, written)
                .where(WORLD.BRAND_ID.eq(brand.id().value()))
                .execute();
    }

    void settle(Brand brand, String sealedSettings) {
        database.update(WORLD)
                .set(WORLD.SEALED_SETTINGS, sealedSettings)
                .where(WORLD.BRAND_ID.eq(brand.id().value()))
                .execute();
    }

    void broadcast(Brand brand, long broadcast) {
        database.update(WORLD)
                .set(WORLD.BROADCAST_ID, broadcast)
                .where(WORLD.BRAND_ID.eq(brand.id().value()))
                .execute();
    }

    void finish(Brand brand) {
        database.update(WORLD)
                .set(WORLD.FINISHED_AT, clock.instant())
                .where(WORLD.BRAND_ID.eq(brand.id().value()))
                .and(WORLD.FINISHED_AT.isNull())
                .execute();
    }

    private static SeededWorld seeded(WorldRecord row) {
        return new SeededWorld(
                new BrandId(row.getBrandId()),
                row.getSeed(),
                row.getSize(),
                row.getToday(),
                row.getWritten(),
                row.getSealedSettings(),
                row.getBroadcastId(),
                row.getFinishedAt());
    }
}
