package io.waterwheel.exchange.webhook;

import org.jspecify.annotations.Nullable;

/// How one try to deliver ended.
sealed interface Attempt {

    record Delivered(int status) implements Attempt {}

    /// @param status of the answer, null when there was none
    record Failed(Failure failure, @Nullable Integer status) implements Attempt {}
}
