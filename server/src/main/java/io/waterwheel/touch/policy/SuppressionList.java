package io.waterwheel.touch.policy;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.segment.ListId;
import org.jspecify.annotations.Nullable;

/// A static list whose customers may not be written to, for whatever purpose.
///
/// @param channel by this channel; null: by none
public record SuppressionList(ListId list, @Nullable ChannelKind channel) {

    boolean concerns(ChannelKind asked) {
        return channel == null || channel == asked;
    }
}
