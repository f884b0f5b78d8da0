package io.waterwheel.intake.catalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_PRODUCT;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_STAFF;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_STORE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.CatalogueProduct;
import io.waterwheel.intake.CatalogueStaff;
import io.waterwheel.intake.CatalogueStore;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.List;
import java.util.function.Function;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reference data as people look it up, by code.
@Component
public class Catalogue {

    private final CatalogueRows rows;

    Catalogue(CatalogueRows rows) {
        this.rows = rows;
    }

    /// @param q the beginning of a code, or a part of a name
    public Page<CatalogueProduct> products(Brand brand, @Nullable String q, PageRequest request) {
        return page(
                CatalogueTable.PRODUCTS,
                brand,
                q,
                request,
                row -> new CatalogueProduct(
                        row.get(CATALOGUE_PRODUCT.CODE),
                        row.get(CATALOGUE_PRODUCT.NAME),
                        row.get(CATALOGUE_PRODUCT.CATEGORY),
                        row.get(CATALOGUE_PRODUCT.BRAND),
                        row.get(CATALOGUE_PRODUCT.PRICE),
                        row.get(CATALOGUE_PRODUCT.BARCODE),
                        row.get(CATALOGUE_PRODUCT.SOURCE),
                        row.get(CATALOGUE_PRODUCT.CHANGED_AT)));
    }

    public Page<CatalogueStore> stores(Brand brand, @Nullable String q, PageRequest request) {
        return page(
                CatalogueTable.STORES,
                brand,
                q,
                request,
                row -> new CatalogueStore(
                        row.get(CATALOGUE_STORE.CODE),
                        row.get(CATALOGUE_STORE.NAME),
                        row.get(CATALOGUE_STORE.PROVINCE),
                        row.get(CATALOGUE_STORE.CITY),
                        row.get(CATALOGUE_STORE.ADDRESS),
                        row.get(CATALOGUE_STORE.LONGITUDE),
                        row.get(CATALOGUE_STORE.LATITUDE),
                        row.get(CATALOGUE_STORE.DATUM),
                        row.get(CATALOGUE_STORE.HOURS),
                        row.get(CATALOGUE_STORE.SOURCE),
                        row.get(CATALOGUE_STORE.CHANGED_AT)));
    }

    public Page<CatalogueStaff> staff(Brand brand, @Nullable String q, PageRequest request) {
        return page(
                CatalogueTable.STAFF,
                brand,
                q,
                request,
                row -> new CatalogueStaff(
                        row.get(CATALOGUE_STAFF.CODE),
                        row.get(CATALOGUE_STAFF.NAME),
                        row.get(CATALOGUE_STAFF.STORE),
                        row.get(CATALOGUE_STAFF.ROLE),
                        row.get(CATALOGUE_STAFF.SOURCE),
                        row.get(CATALOGUE_STAFF.CHANGED_AT)));
    }

    private <T> Page<T> page(
            CatalogueTable table, Brand brand, @Nullable String q, PageRequest request, Function<Record, T> shown) {
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        List<Record> found =
                List.copyOf(rows.page(table, brand, cursor == null ? null : cursor.text(0), q, request.size() + 1));
        return Page.of(found, request.size(), row -> Cursor.of(row.get(CATALOGUE_PRODUCT.CODE.getName(), String.class)))
                .map(shown);
    }
}
