package io.waterwheel.access;

/// Where people work, for modules whose desks stand in a store.
public interface Workplaces {

    /// Where whoever makes this request works now: a store taken away a moment ago is none of theirs any more.
    Workplace ofCaller(Brand brand);
}
