/// What a coupon takes off a basket, when and beside which others: no database, no clock.
@NullMarked
package io.waterwheel.loyalty.coupon.rule;

import org.jspecify.annotations.NullMarked;
