package io.waterwheel.loyalty.marketplace.dialect;

import java.time.Duration;

/// What became of a call to a marketplace.
public sealed interface PushOutcome {

    record Taken() implements PushOutcome {}

    /// It says that it has this version or a newer one.
    record Known() implements PushOutcome {}

    /// It will not take this one, and others may go on.
    record Refused(String why) implements PushOutcome {}

    /// It takes no more calls in this moment, and is well.
    ///
    /// @param after what it asked to wait, zero when it did not say
    record Limited(Duration after) implements PushOutcome {}

    /// It takes nothing now.
    ///
    /// @param after what it asked to wait, zero when it did not say
    record Later(Duration after, String why) implements PushOutcome {}
}
