package io.waterwheel.touch.broadcast;

/// What can happen to a broadcast. The first eight are wishes of a person.
public enum BroadcastStep {
    PLAN,
    /// Asks a second person.
    ASK,
    APPROVE,
    REFUSE,
    START,
    PAUSE,
    RESUME,
    CANCEL,
    /// Planning came to its end.
    PLANNED,
    /// Planning could not be done.
    FAIL,
    /// Nothing can be sent until a person changes something.
    BLOCK,
    /// Everyone has been dealt with.
    FINISH
}
