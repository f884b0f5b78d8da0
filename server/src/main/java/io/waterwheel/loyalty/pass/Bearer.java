package io.waterwheel.loyalty.pass;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;

/// Whose pass it is, as the one number a pass is about.
public record Bearer(BrandId brand, CustomerNo customer) {

    public static Bearer of(long packed) {
        return new Bearer(new BrandId((short) (packed >>> Integer.SIZE)), new CustomerNo((int) packed));
    }

    public long packed() {
        return ((long) brand.value() << Integer.SIZE) | customer.value();
    }
}
