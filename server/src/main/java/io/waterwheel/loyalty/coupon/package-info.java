/// Coupons: what they are worth, who has them, and what became of them.
@NullMarked
package io.waterwheel.loyalty.coupon;

import org.jspecify.annotations.NullMarked;
