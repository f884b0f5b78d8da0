package io.waterwheel.journey.course;

/// What can happen to somebody at a node.
public sealed interface Signal {

    /// They have just come.
    record Arrived() implements Signal {}

    /// The time they waited for has come.
    ///
    /// @param shifted whether a pause came in between, so that it is later than it was meant to be
    record TimeCame(boolean shifted) implements Signal {}

    /// What they waited for was answered: by an event, a channel or a guide.
    ///
    /// @param exit which way that leads
    record Answered(String exit) implements Signal {}
}
