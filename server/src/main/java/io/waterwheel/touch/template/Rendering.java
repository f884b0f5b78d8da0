package io.waterwheel.touch.template;

import org.jspecify.annotations.Nullable;

/// A template filled in for one customer, or why it must not leave.
public sealed interface Rendering {

    record Ready(@Nullable String subject, String text) implements Rendering {}

    /// A variable without a value and without a default.
    record Unresolved(String variable) implements Rendering {}

    /// @param length in what the channel counts
    record TooLong(int length) implements Rendering {}
}
