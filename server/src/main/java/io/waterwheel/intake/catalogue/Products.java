package io.waterwheel.intake.catalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_PRODUCT;

import io.waterwheel.access.Brand;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the catalogue calls products.
@Component
public class Products {

    private final CatalogueRows rows;

    Products(CatalogueRows rows) {
        this.rows = rows;
    }

    public record Name(String name, @Nullable String category) {}

    /// Those of `codes` that the catalogue has.
    public Map<String, Name> names(Brand brand, Collection<String> codes) {
        Map<String, Name> names = new HashMap<>();
        rows.of(CatalogueTable.PRODUCTS, brand, codes)
                .forEach(row -> names.put(
                        row.get(CATALOGUE_PRODUCT.CODE),
                        new Name(row.get(CATALOGUE_PRODUCT.NAME), row.get(CATALOGUE_PRODUCT.CATEGORY))));
        return names;
    }
}
