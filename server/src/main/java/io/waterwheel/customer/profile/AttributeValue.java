package io.waterwheel.customer.profile;

import io.waterwheel.customer.source.Levels;
import java.time.Instant;
import java.util.Comparator;

/// What one source said of one attribute last.
///
/// @param at    when it was said
/// @param brand whose source that is, 0 where nobody knows any more
record AttributeValue(String value, String source, Instant at, short brand) {

    /// A total order, so that order of arrival does not matter: the newest first, and of two at the same instant the
    /// greater text.
    private static final Comparator<AttributeValue> NEWEST_FIRST = Comparator.comparing(AttributeValue::at)
            .thenComparing(AttributeValue::value)
            .thenComparing(AttributeValue::source)
            .thenComparing(AttributeValue::brand)
            .reversed();

    AttributeValue orNewer(AttributeValue other) {
        return NEWEST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    boolean newerThan(AttributeValue other) {
        return NEWEST_FIRST.compare(this, other) < 0;
    }

    /// Those first whose word counts more.
    static Comparator<AttributeValue> bestFirst(String attribute, Levels levels) {
        return Comparator.<AttributeValue>comparingInt(said -> levels.of(said.brand, attribute, said.source))
                .thenComparing(NEWEST_FIRST);
    }
}
