package io.waterwheel.touch;

/// What a channel tells about the recipients of a call that it took.
public enum Telling {
    /// Nothing: what it took counts as delivered.
    NOTHING,
    /// Whenever it is asked, about everybody: whoever it leaves out was not taken.
    EVERYBODY,
    /// What is new, about some: of the others nothing is known yet.
    NEWS
}
