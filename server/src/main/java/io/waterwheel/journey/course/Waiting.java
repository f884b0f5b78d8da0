package io.waterwheel.journey.course;

import java.util.Locale;

/// For what somebody waits at a node.
public enum Waiting {
    TIME,
    EVENT,
    /// What becomes of a message.
    MESSAGE,
    /// A guide.
    TASK,
    /// Whether they have what they are given.
    GIFT,
    /// Kept back, to compare the others with.
    CONTROL,
    /// Nothing: they go on as soon as somebody gets to it.
    NOTHING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Waiting of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
