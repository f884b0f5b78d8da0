package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.catalogue.Products;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names the products on orders whose file tells only codes, from the catalogue.
@Component
class ProductNames {

    private final Products products;

    ProductNames(Products products) {
        this.products = products;
    }

    /// What the catalogue says of the products on some orders.
    record Known(Map<String, Products.Name> byCode) {

        @Nullable
        String name(OrderLine line) {
            Products.Name known = of(line);
            return known == null ? null : known.name();
        }

        @Nullable
        String category(OrderLine line) {
            Products.Name known = of(line);
            return known == null ? null : known.category();
        }

        private Products.@Nullable Name of(OrderLine line) {
            String code = line.productCode();
            return code == null ? null : byCode.get(code);
        }
    }

    Known of(Brand brand, List<StagedOrder> orders) {
        Set<String> codes = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::productCode)
                .filter(code -> code != null)
                .collect(Collectors.toSet());
        return new Known(codes.isEmpty() ? Map.of() : products.names(brand, codes));
    }
}
