package io.waterwheel.touch.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one customer would get.
///
/// @param problems why it would not leave, in the caller's language; empty when it would
public record Preview(@Nullable String subject, String text, List<String> problems) {}
