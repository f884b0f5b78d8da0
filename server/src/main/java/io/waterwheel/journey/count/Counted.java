package io.waterwheel.journey.count;

import java.util.Locale;

/// What is counted, of a node or of a journey as a whole.
public enum Counted {
    /// Visits of a node: whoever comes by a second time counts twice.
    CAME,
    /// Runs that were ever at a node.
    PEOPLE,
    /// Visits that went on to another node, by exit.
    WENT,
    /// Visits with which the run ended.
    LEFT,
    /// Of a node: runs that were at it and reached the goal then or later. Of a journey: all that reached it.
    GOAL,
    ENTERED,
    ENDED,
    /// Kept back, to compare the others with.
    CONTROL,
    /// Kept back, and reached the goal.
    CONTROL_GOAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Counted of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
