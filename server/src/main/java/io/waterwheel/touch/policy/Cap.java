package io.waterwheel.touch.policy;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.Purpose;
import org.jspecify.annotations.Nullable;

/// How often one customer may be written to.
///
/// @param channel by this channel; null: by all together
/// @param purpose for this purpose; null: for all together
/// @param most    messages in `days` days, 1 … 1,000
/// @param days    1 … 365
public record Cap(@Nullable ChannelKind channel, @Nullable Purpose purpose, int most, int days) {}
