package io.waterwheel.touch.http;

import java.time.Duration;

/// What is known of a call that was made once.
public sealed interface Posted {

    /// @param retryAfter how long the other side asks to wait, zero when it does not say
    /// @param body       at most a megabyte of it
    @SuppressWarnings("ArrayRecordComponent") // answers are never compared
    record Answered(int status, Duration retryAfter, byte[] body) implements Posted {}

    /// There was no connection, so nothing can have been done.
    record NotMade(String why) implements Posted {}

    /// The connection ended without an answer: it may have been done.
    record Lost(String why) implements Posted {}
}
