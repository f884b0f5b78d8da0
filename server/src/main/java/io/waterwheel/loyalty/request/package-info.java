/// Points and coupons that other modules ask for, given once each.
@NullMarked
package io.waterwheel.loyalty.request;

import org.jspecify.annotations.NullMarked;
