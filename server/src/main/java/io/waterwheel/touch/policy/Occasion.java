package io.waterwheel.touch.policy;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.Purpose;
import org.jspecify.annotations.Nullable;

/// What the gate is asked about: who wants to write, how and why.
///
/// @param priority  0 … 9; where a cap leaves room for some only, the larger take it
/// @param broadcast which one; null for single messages
public record Occasion(
        Brand brand,
        ChannelKind channel,
        Purpose purpose,
        int priority,
        @Nullable Long broadcast) {}
