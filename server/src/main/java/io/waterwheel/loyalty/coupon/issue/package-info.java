/// How coupons come to customers: one by one, to many at once, as codes, from hand to hand.
@NullMarked
package io.waterwheel.loyalty.coupon.issue;

import org.jspecify.annotations.NullMarked;
