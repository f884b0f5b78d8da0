package io.waterwheel.access;

import io.waterwheel.kernel.BrandId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/// The brands of this installation. A controller takes a `Brand` as its `{brand}` path variable directly.
public interface Brands {

    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    Brand byKey(String key);

    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    Brand get(BrandId id);

    List<Brand> all();

    /// Makes a brand.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem when the key is taken or not a short lower-case word
    Brand create(String key, String name, Currency currency, ZoneId zone);
}
