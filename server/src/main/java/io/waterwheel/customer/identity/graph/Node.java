package io.waterwheel.customer.identity.graph;

import io.waterwheel.kernel.event.IdentifierKind;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One identifier.
///
/// @param brand    outside which its kind means nothing, null for kinds that name the same person everywhere
/// @param blind    its blind index: equal for equal values, and the same whenever it is first seen
/// @param customer whose it is so far
/// @param shared   found to be shared by too many before
public record Node(int no, IdentifierKind kind, @Nullable Short brand, ByteBuffer blind, int customer, boolean shared) {

    boolean anonymous() {
        return kind == IdentifierKind.ANONYMOUS_ID;
    }

    /// Of what a person has one at most, null for kinds of which a person may have several.
    @Nullable
    Slot slot() {
        return kind.unique() ? new Slot(kind, brand) : null;
    }

    record Slot(IdentifierKind kind, @Nullable Short brand) {}
}
