package io.waterwheel.touch.link;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;

/// A short link.
///
/// @param broadcast which it was sent with; null: with single messages
/// @param template  of single messages: the template they were made of
/// @param channel   by which it went out
/// @param customer  whose it is; null when everyone in a dispatch got the same
/// @param target    where it leads; null when it only serves to leave
record Link(
        String code,
        BrandId brand,
        @Nullable Long broadcast,
        @Nullable Long template,
        String channel,
        long dispatch,
        @Nullable CustomerNo customer,
        @Nullable String target) {

    /// What the shop's own statistics are told.
    String campaign() {
        return broadcast == null ? "template-" + template : "broadcast-" + broadcast;
    }
}
