package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;

/// One line of an entry.
///
/// @param opened of a member's account: under which number it was opened
/// @param lot    of a member's points and of a payee: which lot they are of
/// @param amount what the account has more; negative: less
record Posting(
        Side side, @Nullable CustomerNo opened, @Nullable Long lot, long amount) {}
