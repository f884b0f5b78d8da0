/// What keeps customers: members, their points and tiers, coupons and what they can be had for.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "customer",
            "warehouse",
            "intake",
            "segment",
            "segment :: language",
            "touch",
            "wechat"
        })
package io.waterwheel.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
