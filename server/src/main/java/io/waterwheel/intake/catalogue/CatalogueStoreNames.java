package io.waterwheel.intake.catalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_STORE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.StoreNames;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Names from the rows in force.
@Component
class CatalogueStoreNames implements StoreNames {

    private final CatalogueRows rows;

    CatalogueStoreNames(CatalogueRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, String> of(Brand brand, Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : rows.of(CatalogueTable.STORES, brand, Set.copyOf(codes)).stream()
                        .collect(Collectors.toMap(
                                row -> row.get(CATALOGUE_STORE.CODE), row -> row.get(CATALOGUE_STORE.NAME)));
    }
}
