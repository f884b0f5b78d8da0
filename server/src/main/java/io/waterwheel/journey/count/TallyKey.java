package io.waterwheel.journey.count;

import java.util.Comparator;

/// What one number is of.
///
/// @param node empty for the journey as a whole
/// @param exit of [Counted#WENT]; else empty
public record TallyKey(long journey, int version, String node, Counted what, String exit)
        implements Comparable<TallyKey> {

    private static final Comparator<TallyKey> ORDER = Comparator.comparingLong(TallyKey::journey)
            .thenComparingInt(TallyKey::version)
            .thenComparing(TallyKey::node)
            .thenComparing(TallyKey::what)
            .thenComparing(TallyKey::exit);

    /// Of a node.
    public static TallyKey of(long journey, int version, String node, Counted what) {
        return new TallyKey(journey, version, node, what, "");
    }

    /// Of a journey as a whole.
    public static TallyKey of(long journey, int version, Counted what) {
        return new TallyKey(journey, version, "", what, "");
    }

    @Override
    public int compareTo(TallyKey other) {
        return ORDER.compare(this, other);
    }
}
