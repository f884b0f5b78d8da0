package io.waterwheel.loyalty;

/// An amount of points, whole and never negative. Which way it goes is said by what is done with it.
public record Points(long value) implements Comparable<Points> {

    /// More than any programme issues in a lifetime, and far from where sums of sums overflow.
    public static final long MOST = 1_000_000_000_000L;

    public static final Points NONE = new Points(0);

    /// @throws IllegalArgumentException below 0 or above [#MOST]
    public Points {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException("points must lie between 0 and " + MOST + ": " + value);
        }
    }

    public Points plus(Points other) {
        return new Points(value + other.value);
    }

    /// @throws IllegalArgumentException where `other` is more
    public Points minus(Points other) {
        return new Points(value - other.value);
    }

    public Points atMost(Points other) {
        return value <= other.value ? this : other;
    }

    public boolean any() {
        return value > 0;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
