package io.waterwheel.wechat.follower;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether callbacks have been remembered long enough.
@Component
class HeardSweep extends Sweep {

    private final Followers followers;

    HeardSweep(Followers followers) {
        super("wechat-heard-sweep", "wechat.heard.sweep", RARELY);
        this.followers = followers;
    }

    @Override
    protected void look() {
        followers.forgetOld();
    }
}
