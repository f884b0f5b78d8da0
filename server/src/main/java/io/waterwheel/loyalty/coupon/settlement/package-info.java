/// What each store is owed for the coupons it took.
@NullMarked
package io.waterwheel.loyalty.coupon.settlement;

import org.jspecify.annotations.NullMarked;
