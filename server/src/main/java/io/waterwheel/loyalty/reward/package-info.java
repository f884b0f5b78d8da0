/// What members get for other things than buying: points, coupons and draws, decided once and handed out once.
@NullMarked
package io.waterwheel.loyalty.reward;

import org.jspecify.annotations.NullMarked;
