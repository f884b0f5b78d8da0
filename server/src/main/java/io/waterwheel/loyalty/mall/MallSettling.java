package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;
import static io.waterwheel.loyalty.generated.Tables.MALL_RETURN;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings an order to where it rests: asks the ledger for its points, hands out what is handed out by
/// itself, and gives back what a cancelled one or pieces that came back cost. Every step may be done again, by
/// anybody and at the same time: the ledger books a key once, and the row decides.
///
/// An order may be cancelled while somebody else is still asking for its points. So a cancelled order that was
/// not paid is asked about once more when nobody can be asking any longer.
@Component
class MallSettling {

    /// Longer than any call of the ledger's can take.
    static final Duration NOBODY_ASKS_AFTER = Duration.ofMinutes(10);

    /// What the ledger refuses for a while stays seen among the orders meanwhile.
    static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

    private static final String UNPAID =
            Objects.requireNonNull(new Booking.Refused(Booking.Refusal.UNKNOWN_REFERENCE).refusal());

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final MallMoves moves;
    private final MallPoints points;
    private final MallHandOut handing;
    private final InstantSource clock;

    MallSettling(
            DSLContext database,
            TransactionOperations transactions,
            MallMoves moves,
            MallPoints points,
            MallHandOut handing,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.moves = moves;
        this.points = points;
        this.handing = handing;
        this.clock = clock;
    }

    /// Goes on with it as far as it goes now.
    void settle(long id) {
        MallOrderState before;
        MallOrderRecord order = read(id);
        do {
            before = MallOrderState.of(order.getState());
            boolean due = order.getSettleAt() != null;
            switch (before) {
                case ORDERED -> pay(order);
                case PAID -> {
                    if (due) {
                        handOut(id);
                    }
                }
                case FULFILLED, RETURNED -> {
                    if (due) {
                        giveBackPieces(order);
                    }
                }
                case CANCELLED -> {
                    if (due) {
                        giveBack(order);
                    }
                }
            }
            order = read(id);
        } while (MallOrderState.of(order.getState()) != before);
    }

    private MallOrderRecord read(long id) {
        return database.selectFrom(MALL_ORDER).where(MALL_ORDER.ID.eq(id)).fetchSingle();
    }

    private void pay(MallOrderRecord order) {
        Booking booking = points.spend(order);
        transactions.executeWithoutResult(_ -> {
            MallOrderRecord row = moves.locked(order.getId());
            boolean open = MallOrderState.of(row.getState()) == MallOrderState.ORDERED;
            switch (booking) {
                case Booking.Booked _ -> {
                    if (open) {
                        moves.pay(row, MallKind.of(row.getKind()) == MallKind.GOODS ? null : clock.instant());
                    } else if (MallOrderState.of(row.getState()) == MallOrderState.CANCELLED && !row.getGivenBack()) {
                        // Somebody cancelled it meanwhile and may not have found these points.
                        row.setSettleAt(clock.instant());
                        row.update();
                    }
                }
                case Booking.Insufficient _ -> {
                    if (open) {
                        moves.cancel(row, "points");
                    }
                }
                case Booking.Refused _ -> {
                    if (open) {
                        moves.cancel(row, "ledger");
                    }
                }
            }
        });
    }

    /// All pieces or none.
    private void handOut(long order) {
        Optional<String> missing = Objects.requireNonNull(transactions.execute(transaction -> {
            MallOrderRecord row = moves.locked(order);
            if (MallOrderState.of(row.getState()) != MallOrderState.PAID) {
                return Optional.empty();
            }
            String why = handing.handOut(row);
            if (why == null) {
                moves.fulfil(row);
            } else {
                transaction.setRollbackOnly();
            }
            return Optional.ofNullable(why);
        }));
        missing.ifPresent(why -> cancel(order, why));
    }

    private void cancel(long order, String why) {
        transactions.executeWithoutResult(_ -> {
            MallOrderRecord row = moves.locked(order);
            if (MallOrderState.of(row.getState()) == MallOrderState.PAID) {
                moves.cancel(row, why);
            }
        });
    }

    private void giveBack(MallOrderRecord order) {
        String refused = points.giveBack(order, 1, order.getPoints());
        // Cancelled before it was paid: there is nothing to give.
        boolean unpaid = order.getPaidAt() == null && UNPAID.equals(refused);
        database.update(MALL_ORDER)
                .set(MALL_ORDER.GIVEN_BACK, refused == null)
                .set(MALL_ORDER.OWED_WHY, unpaid ? null : refused)
                .set(MALL_ORDER.SETTLE_AT, unpaid ? onceMore(order.getCancelledAt()) : again(refused))
                .where(MALL_ORDER.ID.eq(order.getId()))
                .and(MALL_ORDER.GIVEN_BACK.eq(false))
                .and(MALL_ORDER.CUSTOMER_NO.isNotNull())
                .execute();
    }

    private void giveBackPieces(MallOrderRecord order) {
        Condition open = MALL_RETURN.ORDER_ID.eq(order.getId()).and(MALL_RETURN.GIVEN_BACK.eq(false));
        String refused = null;
        for (var back : database.selectFrom(MALL_RETURN)
                .where(open)
                .orderBy(MALL_RETURN.NUMBER)
                .fetch()) {
            String why = points.giveBack(order, back.getNumber(), back.getPoints());
            if (why == null) {
                back.setGivenBack(true);
                back.update();
            } else {
                refused = why;
            }
        }
        String owed = refused;
        transactions.executeWithoutResult(_ -> {
            MallOrderRecord row = moves.locked(order.getId());
            if (row.getCustomerNo() == null) {
                // Erased meanwhile.
                return;
            }
            // Others may have come back meanwhile: whoever took them gives their points back.
            boolean back = !database.fetchExists(MALL_RETURN, open);
            row.setGivenBack(back);
            row.setOwedWhy(back ? null : owed);
            row.setSettleAt(back ? null : owed == null ? clock.instant() : again(owed));
            row.update();
        });
    }

    /// The ledger is asked until it gives back what was paid: its reason may be gone by then.
    private @Nullable Instant again(@Nullable String refused) {
        return refused == null ? null : clock.instant().plus(ASKED_AGAIN_AFTER);
    }

    /// When the ledger is asked once more about what was not paid; null when it was asked for the last time.
    private @Nullable Instant onceMore(Instant ended) {
        Instant last = ended.plus(NOBODY_ASKS_AFTER);
        return clock.instant().isBefore(last) ? last : null;
    }
}
