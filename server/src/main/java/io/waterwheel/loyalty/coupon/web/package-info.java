/// Coupons over HTTP: for the console, for tills, for guides.
@NullMarked
package io.waterwheel.loyalty.coupon.web;

import org.jspecify.annotations.NullMarked;
