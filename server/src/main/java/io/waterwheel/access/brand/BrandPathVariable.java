package io.waterwheel.access.brand;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Lets a controller take `@PathVariable Brand brand`.
@Component
class BrandPathVariable implements Converter<String, Brand> {

    static {
        // The description shows what stands in the path, the key.
        SpringDocUtils.getConfig()
                .replaceWithClass(Brand.class, String.class)
                .addSimpleTypesForParameterObject(Brand.class);
    }

    private final Brands brands;

    BrandPathVariable(Brands brands) {
        this.brands = brands;
    }

    @Override
    public Brand convert(String key) {
        return brands.byKey(key);
    }
}
