/// Points and coupons that other modules ask for, given once each.
@NullMarked
package io.waterwheel.loyalty.reward;

import org.jspecify.annotations.NullMarked;
