/// What coupons a brand has: their terms, how many there may be, and what all may cost.
@NullMarked
package io.waterwheel.loyalty.coupon.template;

import org.jspecify.annotations.NullMarked;
