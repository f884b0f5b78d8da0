package io.waterwheel.segment.size;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What changed between two evaluations of a segment.
///
/// @param entered who is in now and was not
/// @param gone    who was in, is still a customer, and is in no longer
/// @param inside  what to compare with next time
record Movement(RoaringBitmap entered, RoaringBitmap gone, RoaringBitmap inside) {

    /// Numbers belong to people, and people merge, come apart and are forgotten without entering or leaving anything:
    /// whoever became part of a customer who is in is in. Numbers that are no customer now are kept: they are
    /// customers again when two who were joined come apart.
    ///
    /// @param before   what the last evaluation left to compare with; null when there was none, then nobody moved
    /// @param everyone the brand's customers on the state that `now` was found on
    /// @param current  the customers that numbers belong to now
    static Movement between(
            @Nullable RoaringBitmap before,
            RoaringBitmap now,
            RoaringBitmap everyone,
            UnaryOperator<RoaringBitmap> current) {
        if (before == null) {
            return new Movement(new RoaringBitmap(), new RoaringBitmap(), now.clone());
        }
        // Most stay: only the rest is looked up.
        RoaringBitmap stayed = RoaringBitmap.and(before, now);
        RoaringBitmap were = current.apply(RoaringBitmap.andNot(before, now));
        RoaringBitmap are = current.apply(RoaringBitmap.andNot(now, before));
        RoaringBitmap entered = RoaringBitmap.andNot(are, were);
        entered.andNot(stayed);
        RoaringBitmap gone = RoaringBitmap.andNot(were, are);
        gone.andNot(stayed);
        gone.and(everyone);
        RoaringBitmap inside = RoaringBitmap.andNot(before, everyone);
        inside.or(now);
        return new Movement(entered, gone, inside);
    }

    boolean none() {
        return entered.isEmpty() && gone.isEmpty();
    }

    long people() {
        return entered.getLongCardinality() + gone.getLongCardinality();
    }
}
