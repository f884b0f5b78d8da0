package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.DueRows;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.DrawPlayRecord;
import io.waterwheel.loyalty.reward.PointsLife;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes the points of draws that cost some, then rolls; goes on with what somebody left half done. As with
/// orders in the mall, the ledger books a key once and the row decides, and what was cancelled is asked
/// about once more when nobody can be asking for its points any longer.
@Component
class DrawSettling extends DueRows {

    private static final Duration NOBODY_ASKS_AFTER = Duration.ofMinutes(10);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final DrawMoves moves;
    private final PointsLedger ledger;
    private final PointsLife life;
    private final Brands brands;
    private final InstantSource clock;

    DrawSettling(
            DSLContext database,
            TransactionOperations transactions,
            DrawMoves moves,
            PointsLedger ledger,
            PointsLife life,
            Brands brands,
            InstantSource clock) {
        super("draw-plays", "draw.play", database, DRAW_PLAY.ID, DRAW_PLAY.SETTLE_AT, clock);
        this.database = database;
        this.transactions = transactions;
        this.moves = moves;
        this.ledger = ledger;
        this.life = life;
        this.brands = brands;
        this.clock = clock;
    }

    @Override
    protected void settle(long id) {
        DrawPlayRecord play =
                database.selectFrom(DRAW_PLAY).where(DRAW_PLAY.ID.eq(id)).fetchSingle();
        if (play.getState().equals("begun")) {
            pay(play);
        } else if (play.getState().equals("cancelled") && play.getSettleAt() != null) {
            giveBack(play);
        }
    }

    private void pay(DrawPlayRecord play) {
        Booking booking = ledger.book(List.of(new PointsCommand.Spend(
                        occasion(play, key(play)), new Points(play.getPrice()), PointsCommand.Payee.GAME)))
                .getFirst();
        transactions.executeWithoutResult(_ -> {
            DrawPlayRecord row = database.selectFrom(DRAW_PLAY)
                    .where(DRAW_PLAY.ID.eq(play.getId()))
                    .forUpdate()
                    .fetchSingle();
            boolean open = row.getState().equals("begun");
            if (booking instanceof Booking.Booked) {
                if (open) {
                    moves.roll(row);
                } else if (row.getState().equals("cancelled")) {
                    row.setSettleAt(clock.instant());
                    row.update();
                }
            } else if (open) {
                row.setState("cancelled");
                row.setSettleAt(clock.instant().plus(NOBODY_ASKS_AFTER));
                row.update();
            }
        });
    }

    private void giveBack(DrawPlayRecord play) {
        Instant now = clock.instant();
        ledger.book(List.of(new PointsCommand.GiveBack(
                occasion(play, key(play) + "/back"),
                key(play),
                new Points(play.getPrice()),
                life.until(brands.get(new BrandId(play.getBrandId())), now))));
        database.update(DRAW_PLAY)
                .setNull(DRAW_PLAY.SETTLE_AT)
                .where(DRAW_PLAY.ID.eq(play.getId()))
                .execute();
    }

    private static String key(DrawPlayRecord play) {
        return "draw/" + play.getId();
    }

    private static PointsCommand.Occasion occasion(DrawPlayRecord play, String key) {
        return new PointsCommand.Occasion(
                new BrandId(play.getBrandId()),
                new CustomerNo(play.getCustomerNo()),
                key,
                play.getAt(),
                PointsReason.of("game"));
    }
}
