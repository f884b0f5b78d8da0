package io.waterwheel.customer.linkage.compare;

import org.jspecify.annotations.Nullable;

/// Compares the values of one kind of field. Each distinct value is folded and prepared once, and pairs of prepared
/// values are compared millions of times.
///
/// @param <P> a value made ready for comparing
public interface Comparison<P> {

    /// The form in which two values are the same exactly when their texts are.
    ///
    /// @return null when the value tells nothing
    @Nullable
    String fold(String raw);

    P prepare(String folded);

    /// How much two values are alike whose folded texts differ. Symmetric.
    Likeness compare(P left, P right);
}
