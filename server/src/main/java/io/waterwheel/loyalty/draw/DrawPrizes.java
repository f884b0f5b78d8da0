package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PRIZE;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.generated.tables.records.DrawPrizeRecord;
import io.waterwheel.loyalty.reward.Reward;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What can be won, in its places.
@Component
class DrawPrizes {

    private final DSLContext database;
    private final JsonMapper json;

    DrawPrizes(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void write(long draw, List<NewDraw.NewPrize> prizes) {
        for (int place = 0; place < prizes.size(); place++) {
            NewDraw.NewPrize prize = prizes.get(place);
            database.insertInto(DRAW_PRIZE)
                    .set(DRAW_PRIZE.DRAW_ID, draw)
                    .set(DRAW_PRIZE.PLACE, place)
                    .set(DRAW_PRIZE.NAME, prize.name().strip())
                    .set(DRAW_PRIZE.REWARD, JSONB.valueOf(json.writeValueAsString(prize.reward())))
                    .set(DRAW_PRIZE.WEIGHT, prize.weight())
                    .set(DRAW_PRIZE.STOCK, prize.stock())
                    .execute();
        }
    }

    /// Of a draw that nobody drew from.
    void replace(long draw, List<NewDraw.NewPrize> prizes) {
        database.deleteFrom(DRAW_PRIZE).where(DRAW_PRIZE.DRAW_ID.eq(draw)).execute();
        write(draw, prizes);
    }

    /// Other words, and more of each.
    void refill(long draw, List<NewDraw.NewPrize> prizes) {
        for (int place = 0; place < prizes.size(); place++) {
            NewDraw.NewPrize prize = prizes.get(place);
            database.update(DRAW_PRIZE)
                    .set(DRAW_PRIZE.NAME, prize.name().strip())
                    .set(DRAW_PRIZE.STOCK, prize.stock())
                    .where(DRAW_PRIZE.DRAW_ID.eq(draw))
                    .and(DRAW_PRIZE.PLACE.eq(place))
                    .execute();
        }
    }

    /// By draw, in their places.
    Map<Long, ? extends List<DrawPrizeRecord>> of(Brand brand) {
        return database.select(DRAW_PRIZE.fields())
                .from(DRAW_PRIZE)
                .join(DRAW)
                .on(DRAW.ID.eq(DRAW_PRIZE.DRAW_ID))
                .where(DRAW.BRAND_ID.eq(brand.id().value()))
                .orderBy(DRAW_PRIZE.PLACE)
                .fetchInto(DRAW_PRIZE)
                .intoGroups(DRAW_PRIZE.DRAW_ID);
    }

    NewDraw.NewPrize prize(DrawPrizeRecord row) {
        return new NewDraw.NewPrize(
                row.getName(), json.readValue(row.getReward().data(), Reward.class), row.getWeight(), row.getStock());
    }
}
