package io.waterwheel.customer.linkage.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How two values of a field stand to each other. What each means for a field, its [Comparison] says; how much it
/// weighs is estimated from the data, so the order here carries no weight.
public enum Likeness {
    /// Equal once folded.
    @JsonProperty("same")
    SAME,
    /// Written differently, read alike.
    @JsonProperty("same_sound")
    SAME_SOUND,
    /// One slip apart.
    @JsonProperty("almost")
    ALMOST,
    /// Alike on the whole.
    @JsonProperty("similar")
    SIMILAR,
    /// The same parts in another order: day and month, given name and surname.
    @JsonProperty("swapped")
    SWAPPED,
    /// One part agrees.
    @JsonProperty("partly")
    PARTLY,
    @JsonProperty("different")
    DIFFERENT,
    /// One of the two is not known, which tells nothing.
    @JsonProperty("unknown")
    UNKNOWN;

    /// How many there are.
    public static final int COUNT = values().length;

    private static final Likeness[] ALL = values();

    public static Likeness of(int ordinal) {
        return ALL[ordinal];
    }

    /// The name in the database and in the API.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
