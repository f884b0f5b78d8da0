package io.waterwheel.customer.identity.graph;

import java.time.Instant;

/// Two identifiers that were named together, or that a person said are one person's.
///
/// @param low     the smaller number of the two
/// @param firstAt the time of the earliest event that says so
public record Link(int low, int high, How how, String source, Instant firstAt) {

    public Link {
        if (low >= high) {
            throw new IllegalArgumentException("a link goes from a smaller number to a larger one");
        }
    }

    public static Link between(int a, int b, How how, String source, Instant firstAt) {
        return new Link(Math.min(a, b), Math.max(a, b), how, source, firstAt);
    }

    /// What the two ends are, as one number.
    public long pair() {
        return (long) low << 32 | high;
    }

    /// Two reports of the same pair: a person's word stands, the earlier time stands.
    public Link with(Link other) {
        How stronger = how == How.PERSON ? how : other.how;
        Link earlier = firstAt.isAfter(other.firstAt) ? other : this;
        return new Link(low, high, stronger, earlier.source, earlier.firstAt);
    }

    /// How it is known.
    public enum How {
        /// Both were named in one event.
        TOGETHER,
        /// A person decided it.
        PERSON;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static How of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
