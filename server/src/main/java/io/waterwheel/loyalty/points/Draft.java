package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.PointsReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry while it is written; each posting changes what it is about at once.
final class Draft {

    private final long id;
    private final Account account;
    private final @Nullable String key;
    private final EntryKind kind;
    private final long asked;
    private final Instant at;
    private final PointsReason reason;
    private final @Nullable Entry refersTo;
    private final List<Posting> postings = new ArrayList<>(4);

    Draft(
            long id,
            Account account,
            @Nullable String key,
            EntryKind kind,
            long asked,
            Instant at,
            PointsReason reason,
            @Nullable Entry refersTo) {
        this.id = id;
        this.account = account;
        this.key = key;
        this.kind = kind;
        this.asked = asked;
        this.at = at;
        this.reason = reason;
        this.refersTo = refersTo;
    }

    long id() {
        return id;
    }

    Account account() {
        return account;
    }

    void brand(Side side, long amount) {
        if (amount != 0) {
            postings.add(new Posting(side, null, null, amount));
        }
    }

    /// To or from a payee, who keeps in mind of which lot the points are.
    void payee(Side side, Lot lot, long amount) {
        postings.add(new Posting(side, null, lot.id(), amount));
    }

    /// Into a lot, or out of it.
    void lot(Lot lot, long amount) {
        post(lot.account(), lot.side(), lot, amount);
        lot.add(amount);
    }

    /// Kept back from a lot, or no longer.
    void frozen(Lot lot, long amount) {
        post(lot.account(), Side.FROZEN, lot, amount);
    }

    /// @param owed more; negative: less
    void debt(Account debtor, long owed) {
        debtor.post(Side.DEBT, -owed);
        postings.add(new Posting(Side.DEBT, debtor.id().opened(), null, -owed));
    }

    void mature(Lot lot) {
        long amount = lot.remaining();
        post(lot.account(), Side.PENDING, lot, -amount);
        post(lot.account(), Side.AVAILABLE, lot, amount);
        lot.mature();
    }

    private void post(Account whose, Side side, Lot lot, long amount) {
        whose.post(side, amount);
        postings.add(new Posting(side, whose.id().opened(), lot.id(), amount));
    }

    Entry done(long points) {
        Entry entry = new Entry(
                id,
                account.id(),
                key,
                kind,
                asked,
                points,
                at,
                refersTo == null ? null : refersTo.id(),
                reason,
                List.copyOf(postings));
        if (entry.sum() != 0) {
            throw new IllegalStateException("entry " + id + " " + kind + " does not sum to zero");
        }
        return entry;
    }
}
