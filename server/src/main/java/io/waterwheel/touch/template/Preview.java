package io.waterwheel.touch.template;

import io.waterwheel.touch.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one customer would get.
///
/// @param text     with what the channel adds, such as a signature
/// @param problems why it would not leave, in the caller's language; empty when it would
/// @param cost     of sending it once; null where nothing is charged
public record Preview(
        @Nullable String subject,
        String text,
        List<String> problems,
        @Nullable Cost cost) {}
