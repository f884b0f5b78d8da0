package io.waterwheel.wechat.follower;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether callbacks have been remembered long enough.
@Component
class HeardSweep extends Sweep {

    HeardSweep(Followers followers) {
        super("wechat-heard-sweep", "wechat.heard.sweep", followers::forgetOld);
    }
}
