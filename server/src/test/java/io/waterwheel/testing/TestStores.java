package io.waterwheel.testing;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_STORE;
import static io.waterwheel.intake.generated.Tables.IMPORT;

import io.waterwheel.access.Brand;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/// Stores as a file would have told of them.
public final class TestStores {

    private TestStores() {}

    public static void named(DSLContext database, Brand brand, String code, String name) {
        long told = Objects.requireNonNull(database.insertInto(IMPORT)
                .set(IMPORT.BRAND_ID, brand.id().value())
                .set(IMPORT.KIND, "stores")
                .set(IMPORT.FILENAME, "stores.csv")
                .set(IMPORT.BYTES, 1L)
                .set(IMPORT.STATE, "done")
                .set(IMPORT.COLUMNS, JSONB.valueOf("[]"))
                .set(IMPORT.SAMPLE, JSONB.valueOf("[]"))
                .set(IMPORT.MAPPING, JSONB.valueOf("{}"))
                .set(IMPORT.CREATED_BY, "test")
                .set(IMPORT.CREATED_AT, Instant.now())
                .returning(IMPORT.ID)
                .fetchSingle()
                .getId());
        database.insertInto(CATALOGUE_STORE)
                .set(CATALOGUE_STORE.BRAND_ID, brand.id().value())
                .set(CATALOGUE_STORE.CODE, code)
                .set(CATALOGUE_STORE.IMPORT_ID, told)
                .set(CATALOGUE_STORE.CHANGED_AT, Instant.now())
                .set(CATALOGUE_STORE.SOURCE, "file")
                .set(CATALOGUE_STORE.NAME, name)
                .execute();
    }
}
