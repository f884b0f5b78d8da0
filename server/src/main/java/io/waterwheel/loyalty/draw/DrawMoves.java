package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PRIZE;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.generated.tables.records.DrawPlayRecord;
import io.waterwheel.loyalty.generated.tables.records.DrawPrizeRecord;
import io.waterwheel.loyalty.generated.tables.records.DrawRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.Rewards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Rolls. In one transaction with what is won: the prize's count, the reward and the timeline.
@Component
class DrawMoves {

    private final DSLContext database;
    private final Vault vault;
    private final Rewards rewards;
    private final MemberEvents events;
    private final JsonMapper json;

    DrawMoves(DSLContext database, Vault vault, Rewards rewards, MemberEvents events, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.rewards = rewards;
        this.events = events;
        this.json = json;
    }

    /// @param play begun, and locked by the caller
    void roll(DrawPlayRecord play) {
        DrawRecord draw =
                database.selectFrom(DRAW).where(DRAW.ID.eq(play.getDrawId())).fetchSingle();
        List<DrawPrizeRecord> prizes = database.selectFrom(DRAW_PRIZE)
                .where(DRAW_PRIZE.DRAW_ID.eq(draw.getId()))
                .orderBy(DRAW_PRIZE.PLACE)
                .fetch();
        int roll = new Seed(vault.open(draw.getSeed())).roll(play.getId());
        int place = Wheel.place(prizes.stream().map(DrawPrizeRecord::getWeight).toList(), roll);
        DrawPrizeRecord prize = place < 0 || !taken(prizes.get(place)) ? null : prizes.get(place);
        play.setState("drawn");
        play.setSettleAt(null);
        play.setRoll(roll);
        play.setSoldOut(place >= 0 && prize == null);
        if (prize != null) {
            play.setPrizeId(prize.getId());
            play.setPrizeName(prize.getName());
            rewards.give(
                    database,
                    new Rewards.Occasion(
                            new BrandId(play.getBrandId()),
                            new CustomerNo(play.getCustomerNo()),
                            "draw/" + play.getId() + "/prize",
                            play.getAt(),
                            "prize",
                            Map.of("draw", draw.getName(), "prize", prize.getName())),
                    json.readValue(prize.getReward().data(), Reward.class));
        }
        play.update();
        tell(draw, play, prize);
    }

    /// Counted under the row's lock, so there are never more than its stock; what comes after finds none left.
    private boolean taken(DrawPrizeRecord prize) {
        return database.update(DRAW_PRIZE)
                        .set(DRAW_PRIZE.GIVEN, DRAW_PRIZE.GIVEN.plus(1))
                        .where(DRAW_PRIZE.ID.eq(prize.getId()))
                        .and(DRAW_PRIZE.STOCK.isNull().or(DRAW_PRIZE.GIVEN.lt(DRAW_PRIZE.STOCK)))
                        .execute()
                > 0;
    }

    private void tell(DrawRecord draw, DrawPlayRecord play, @Nullable DrawPrizeRecord prize) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("draw", Long.toString(draw.getId()));
        told.put("name", draw.getName());
        told.put("won", prize != null);
        if (prize != null) {
            told.put("prize", prize.getName());
        }
        events.write(
                database,
                new BrandId(play.getBrandId()),
                new CustomerNo(play.getCustomerNo()),
                EventNames.DRAW_PLAYED,
                play.getAt(),
                "draw:" + play.getId(),
                told);
    }
}
