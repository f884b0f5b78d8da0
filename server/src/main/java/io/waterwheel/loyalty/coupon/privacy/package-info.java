/// What coupons hold about people, and how it is forgotten.
@NullMarked
package io.waterwheel.loyalty.coupon.privacy;

import org.jspecify.annotations.NullMarked;
