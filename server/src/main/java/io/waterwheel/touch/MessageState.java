package io.waterwheel.touch;

/// What became of a message that was asked for.
public enum MessageState {
    /// The channel has it. Whether it arrived is told on the timeline.
    SENT,
    /// The policy, or the text itself, did not allow it.
    SUPPRESSED,
    /// The channel will never take it.
    FAILED,
    /// It may have been sent, and is not sent again.
    UNKNOWN,
    WITHDRAWN,
    /// It could not be sent before it was no use any more.
    EXPIRED
}
