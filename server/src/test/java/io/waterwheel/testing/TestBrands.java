package io.waterwheel.testing;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Makes brands, one per test, so that tests never see each other's customers.
@Component
public class TestBrands {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Brands brands;

    TestBrands(Brands brands) {
        this.brands = brands;
    }

    /// A Chinese brand: yuan, Shanghai time.
    public Brand chinese() {
        return create("CNY", "Asia/Shanghai");
    }

    public Brand create(String currency, String zone) {
        String key = "test" + NEXT.getAndIncrement();
        return brands.create(key, "Brand " + key, Currency.getInstance(currency), ZoneId.of(zone));
    }
}
