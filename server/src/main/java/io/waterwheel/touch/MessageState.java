package io.waterwheel.touch;

/// What became of a message.
public enum MessageState {
    SENT,
    SUPPRESSED,
    FAILED,
    UNKNOWN,
    WITHDRAWN,
    EXPIRED
}
