/// What happens to a coupon from the day it is issued: each change once, and told.
@NullMarked
package io.waterwheel.loyalty.coupon.life;

import org.jspecify.annotations.NullMarked;
