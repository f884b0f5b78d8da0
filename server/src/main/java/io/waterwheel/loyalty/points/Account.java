package io.waterwheel.loyalty.points;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one account has, while commands are worked out.
final class Account {

    private final AccountId id;
    private @Nullable Member member;
    private long available;
    private long pending;
    private long frozen;
    private long debt;
    private boolean changed;

    Account(AccountId id, long available, long pending, long frozen, long debt) {
        this.id = id;
        this.available = available;
        this.pending = pending;
        this.frozen = frozen;
        this.debt = debt;
    }

    static Account fresh(AccountId id) {
        return new Account(id, 0, 0, 0, 0);
    }

    AccountId id() {
        return id;
    }

    /// Whose it is now.
    Member member() {
        return Objects.requireNonNull(member);
    }

    void belongsTo(Member owner) {
        member = owner;
    }

    long available() {
        return available;
    }

    long pending() {
        return pending;
    }

    long frozen() {
        return frozen;
    }

    long debt() {
        return debt;
    }

    boolean changed() {
        return changed;
    }

    /// After it was written.
    void settled() {
        changed = false;
    }

    void post(Side side, long amount) {
        switch (side) {
            case AVAILABLE -> available += amount;
            case PENDING -> pending += amount;
            case FROZEN -> frozen += amount;
            case DEBT -> debt -= amount;
            case ISSUED, OPENED, EXPIRED, MALL, ORDER, GAME, ADJUSTED, FORGIVEN ->
                throw new IllegalArgumentException(side + " is not a member's");
        }
        if (available < 0 || pending < 0 || frozen < 0 || debt < 0) {
            throw new IllegalStateException("account " + id + " would be negative");
        }
        changed = true;
    }
}
