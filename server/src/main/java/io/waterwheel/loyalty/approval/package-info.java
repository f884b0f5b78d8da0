/// Four eyes for points, coupons and tiers that people give: above the brand's limit another person decides.
@NullMarked
package io.waterwheel.loyalty.approval;

import org.jspecify.annotations.NullMarked;
