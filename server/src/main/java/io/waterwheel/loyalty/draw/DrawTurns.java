package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.DRAW_CHANCE;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.LuckyDraw.DrawRefusal;
import io.waterwheel.loyalty.generated.tables.records.DrawChanceRecord;
import io.waterwheel.loyalty.generated.tables.records.DrawPlayRecord;
import io.waterwheel.loyalty.generated.tables.records.DrawRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Begins a draw, and rolls at once where it takes a chance. The draw's row is locked meanwhile, so daily
/// limits and chances hold however often somebody taps.
@Component
class DrawTurns {

    private static final Duration TAKEN_OVER_AFTER = Duration.ofSeconds(30);

    private final DSLContext database;
    private final DrawMoves moves;
    private final InstantSource clock;

    DrawTurns(DSLContext database, DrawMoves moves, InstantSource clock) {
        this.database = database;
        this.moves = moves;
        this.clock = clock;
    }

    /// What became of it.
    sealed interface Begun {

        record Play(long id, boolean repeated) implements Begun {}

        record Refused(DrawRefusal why) implements Begun {}
    }

    /// @param points what the member can spend
    @Transactional
    public Begun begin(Brand brand, CustomerNo customer, boolean member, long points, long draw, String wish) {
        DrawRecord row = database.selectFrom(DRAW)
                .where(DRAW.ID.eq(draw))
                .and(DRAW.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Draws.missing(draw));
        String key = "play/" + wish;
        DrawPlayRecord before = database.selectFrom(DRAW_PLAY)
                .where(DRAW_PLAY.BRAND_ID.eq(brand.id().value()))
                .and(DRAW_PLAY.KEY.eq(key))
                .fetchOne();
        if (before != null) {
            boolean same = before.getDrawId() == draw && Objects.equals(before.getCustomerNo(), customer.value());
            return same ? new Begun.Play(before.getId(), true) : new Begun.Refused(DrawRefusal.KEY_TAKEN);
        }
        Instant now = clock.instant();
        LocalDate day = brand.dayOf(now);
        DrawChanceRecord chance = chance(draw, customer);
        DrawRefusal why = refusal(row, member, today(draw, customer, day), chance != null, points, now);
        if (why != null) {
            return new Begun.Refused(why);
        }
        DrawPlayRecord play = database.newRecord(DRAW_PLAY);
        play.setBrandId(brand.id().value());
        play.setDrawId(draw);
        play.setKey(key);
        play.setOpenedNo(customer.value());
        play.setCustomerNo(customer.value());
        play.setAt(now);
        play.setDay(day);
        play.setState("begun");
        if (chance != null) {
            chance.setUsed(chance.getUsed() + 1);
            chance.update();
            play.setPrice(0L);
            play.store();
            moves.roll(play);
        } else {
            play.setPrice(row.getPrice());
            play.setSettleAt(now.plus(TAKEN_OVER_AFTER));
            play.store();
        }
        return new Begun.Play(play.getId(), false);
    }

    static @Nullable DrawRefusal refusal(
            DrawRecord draw, boolean member, int today, boolean chance, long points, Instant now) {
        if (!draw.getActive() || draw.getUntilAt() != null && !now.isBefore(draw.getUntilAt())) {
            return DrawRefusal.OVER;
        }
        if (draw.getFromAt() != null && now.isBefore(draw.getFromAt())) {
            return DrawRefusal.NOT_YET;
        }
        if (!member) {
            return DrawRefusal.NOT_A_MEMBER;
        }
        if (today >= draw.getPerDay()) {
            return DrawRefusal.DAILY_LIMIT;
        }
        if (chance) {
            return null;
        }
        if (draw.getPrice() == null) {
            return DrawRefusal.NO_CHANCE;
        }
        return points < draw.getPrice() ? DrawRefusal.POINTS : null;
    }

    int today(long draw, CustomerNo customer, LocalDate day) {
        return database.fetchCount(
                DRAW_PLAY,
                DRAW_PLAY.CUSTOMER_NO.eq(customer.value()),
                DRAW_PLAY.DRAW_ID.eq(draw),
                DRAW_PLAY.DAY.eq(day),
                DRAW_PLAY.STATE.ne("cancelled"));
    }

    int chances(long draw, CustomerNo customer) {
        BigDecimal left = database.select(DSL.sum(DRAW_CHANCE.CHANCES.minus(DRAW_CHANCE.USED)))
                .from(DRAW_CHANCE)
                .where(DRAW_CHANCE.CUSTOMER_NO.eq(customer.value()))
                .and(DRAW_CHANCE.DRAW_ID.eq(draw))
                .fetchSingle()
                .value1();
        return left == null ? 0 : left.intValueExact();
    }

    private @Nullable DrawChanceRecord chance(long draw, CustomerNo customer) {
        return database.selectFrom(DRAW_CHANCE)
                .where(DRAW_CHANCE.CUSTOMER_NO.eq(customer.value()))
                .and(DRAW_CHANCE.DRAW_ID.eq(draw))
                .and(DRAW_CHANCE.USED.lt(DRAW_CHANCE.CHANCES))
                .orderBy(DRAW_CHANCE.ID)
                .limit(1)
                .forUpdate()
                .fetchOne();
    }
}
