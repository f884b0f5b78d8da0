package io.waterwheel.simulator.wechat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody is to one app.
final class User {
    boolean following;

    @Nullable
    Long interactedAt;

    /// How many messages of a template may still be sent.
    final Map<String, Integer> allowed = new HashMap<>();
}
