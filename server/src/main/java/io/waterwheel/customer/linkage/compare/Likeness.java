package io.waterwheel.customer.linkage.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How two values of a field stand to each other. What each means for a field, its [Comparison] says; how much it
/// weighs is estimated from the data, so the order here carries no weight.
public enum Likeness {
    /// Equal once folded.
    SAME,
    /// Written differently, read alike.
    SAME_SOUND,
    /// One slip apart.
    ALMOST,
    /// Alike on the whole.
    SIMILAR,
    /// The same parts in another order: day and month, given name and surname.
    SWAPPED,
    /// One part agrees.
    PARTLY,
    DIFFERENT,
    /// One of the two is not known, which tells nothing.
    UNKNOWN;

    /// How many there are.
    public static final int COUNT = values().length;

    private static final Likeness[] ALL = values();

    public static Likeness of(int ordinal) {
        return ALL[ordinal];
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
