package io.waterwheel.touch.broadcast;

/// What can happen to a broadcast. The first five are wishes of a person.
public enum BroadcastStep {
    PLAN,
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
