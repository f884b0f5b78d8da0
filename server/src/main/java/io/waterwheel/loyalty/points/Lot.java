package io.waterwheel.loyalty.points;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Points that were earned together, while commands are worked out.
final class Lot {

    /// The order in which lots are spent: those that expire first go first.
    static final Comparator<Lot> TO_SPEND = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparingLong(Lot::id);

    private final long id;
    private final Account account;
    private final long points;
    private final @Nullable Instant availableAt;
    private final @Nullable Instant expiresAt;
    private long remaining;
    private long expired;
    private boolean pending;
    private boolean fresh;
    private boolean changed;

    Lot(
            long id,
            Account account,
            long points,
            long remaining,
            long expired,
            boolean pending,
            @Nullable Instant availableAt,
            @Nullable Instant expiresAt) {
        this.id = id;
        this.account = account;
        this.points = points;
        this.remaining = remaining;
        this.expired = expired;
        this.pending = pending;
        this.availableAt = availableAt;
        this.expiresAt = expiresAt;
    }

    /// A new one, which its entry's postings fill.
    static Lot fresh(
            long id,
            Account account,
            long points,
            boolean pending,
            @Nullable Instant availableAt,
            @Nullable Instant expiresAt) {
        Lot lot = new Lot(id, account, points, 0, 0, pending, availableAt, expiresAt);
        lot.fresh = true;
        return lot;
    }

    long id() {
        return id;
    }

    Account account() {
        return account;
    }

    long points() {
        return points;
    }

    @Nullable
    Instant availableAt() {
        return availableAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    long remaining() {
        return remaining;
    }

    long expired() {
        return expired;
    }

    boolean pending() {
        return pending;
    }

    boolean fresh() {
        return fresh;
    }

    boolean changed() {
        return changed;
    }

    /// After it was written.
    void settled() {
        fresh = false;
        changed = false;
    }

    Side side() {
        return pending ? Side.PENDING : Side.AVAILABLE;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    boolean spendable(Instant now) {
        return remaining > 0 && !expired(now) && (!pending || availableAt != null && !availableAt.isAfter(now));
    }

    void add(long amount) {
        remaining += amount;
        if (remaining < 0 || remaining > points) {
            throw new IllegalStateException("lot " + id + " would have " + remaining + " of " + points);
        }
        changed = true;
    }

    void mature() {
        pending = false;
        changed = true;
    }

    void expire(long amount) {
        expired += amount;
        changed = true;
    }
}
