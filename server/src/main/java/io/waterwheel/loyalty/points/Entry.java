package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.PointsReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One booking.
///
/// @param key      null of what the ledger does by itself
/// @param asked    how much was to move
/// @param points   how much moved
/// @param refersTo the entry it is about
/// @param postings sum to zero; of one that was read only what is needed of it
record Entry(
        long id,
        AccountId account,
        @Nullable String key,
        EntryKind kind,
        long asked,
        long points,
        Instant at,
        @Nullable Long refersTo,
        PointsReason reason,
        List<Posting> postings) {

    CustomerNo opened() {
        return account.opened();
    }

    long sum() {
        return postings.stream().mapToLong(Posting::amount).sum();
    }
}
