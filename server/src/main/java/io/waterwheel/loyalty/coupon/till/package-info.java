/// Coupons at the counter: codes and passes, locked, redeemed and given back by tills and guides.
@NullMarked
package io.waterwheel.loyalty.coupon.till;

import org.jspecify.annotations.NullMarked;
