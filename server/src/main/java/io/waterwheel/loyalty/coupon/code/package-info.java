/// What people show and type: codes that are worked out and proven, and kept nowhere.
@NullMarked
package io.waterwheel.loyalty.coupon.code;

import org.jspecify.annotations.NullMarked;
