package io.waterwheel.customer.linkage;

import io.waterwheel.customer.linkage.compare.Comparison;
import org.jspecify.annotations.Nullable;

/// One field that is compared.
///
/// @param frequency whether agreeing on a rare value tells more than agreeing on a common one
/// @param twin      the field whose value may have got into this one and this one's into it, null when none
public record Field<P>(
        String name,
        Comparison<P> comparison,
        boolean frequency,
        @Nullable String twin) {

    public static <P> Field<P> of(String name, Comparison<P> comparison) {
        return new Field<>(name, comparison, false, null);
    }

    /// Agreeing on a rare value tells more.
    public Field<P> byFrequency() {
        return new Field<>(name, comparison, true, twin);
    }

    public Field<P> mixedUpWith(String other) {
        return new Field<>(name, comparison, frequency, other);
    }
}
