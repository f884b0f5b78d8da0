package io.waterwheel.customer.identity;

import org.jspecify.annotations.Nullable;

/// A customer that becomes part of another.
record Merge(int from, int into, @Nullable Evidence evidence) {}
