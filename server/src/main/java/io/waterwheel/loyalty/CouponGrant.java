package io.waterwheel.loyalty;

import io.waterwheel.kernel.CustomerNo;

/// A customer is to have a coupon.
///
/// @param key    names the occasion within the brand, such as `journey:7:12`; for each, one coupon is issued
/// @param origin where it comes from, such as `journey` or `birthday`
public record CouponGrant(String key, CustomerNo customer, String origin) {

    public CouponGrant {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a key has 1 to 200 characters");
        }
    }
}
