package io.waterwheel.intake.catalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_PRODUCT;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_STAFF;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_STORE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// The tables of the catalogue, which differ only in what a row tells.
public enum CatalogueTable {
    PRODUCTS(
            CATALOGUE_PRODUCT,
            CATALOGUE_PRODUCT.NAME,
            CATALOGUE_PRODUCT.CATEGORY,
            CATALOGUE_PRODUCT.BRAND,
            CATALOGUE_PRODUCT.PRICE,
            CATALOGUE_PRODUCT.BARCODE),
    STORES(
            CATALOGUE_STORE,
            CATALOGUE_STORE.NAME,
            CATALOGUE_STORE.PROVINCE,
            CATALOGUE_STORE.CITY,
            CATALOGUE_STORE.ADDRESS,
            CATALOGUE_STORE.LONGITUDE,
            CATALOGUE_STORE.LATITUDE,
            CATALOGUE_STORE.DATUM,
            CATALOGUE_STORE.HOURS),
    STAFF(CATALOGUE_STAFF, CATALOGUE_STAFF.NAME, CATALOGUE_STAFF.STORE, CATALOGUE_STAFF.ROLE);

    private final Table<?> table;
    private final List<Field<?>> facts;

    CatalogueTable(Table<?> table, Field<?>... facts) {
        this.table = table;
        this.facts = List.of(facts);
    }

    Table<? extends Record> table() {
        return table;
    }

    /// What a row tells beside its code, the name first: the order in which [CatalogueRows] takes values.
    public List<Field<?>> facts() {
        return facts;
    }

    Field<Short> brand() {
        return column("brand_id", Short.class);
    }

    Field<String> code() {
        return column("code", String.class);
    }

    Field<Long> importId() {
        return column("import_id", Long.class);
    }

    Field<Instant> changedAt() {
        return column("changed_at", Instant.class);
    }

    Field<String> source() {
        return column("source", String.class);
    }

    private <T> Field<T> column(String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type), name);
    }
}
