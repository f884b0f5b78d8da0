package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PRIZE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.DrawProblem;
import io.waterwheel.loyalty.generated.tables.records.DrawPrizeRecord;
import io.waterwheel.loyalty.generated.tables.records.DrawRecord;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.RewardCheck;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What people do with lucky draws. Once made, odds and prizes stay: whoever drew yesterday drew from the same.
@Component
public class Draws {

    private static final int MOST_PRIZES = 20;

    private final DSLContext database;
    private final RewardCheck rewards;
    private final Vault vault;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    Draws(
            DSLContext database,
            RewardCheck rewards,
            Vault vault,
            AuditTrail audit,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.rewards = rewards;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// Makes it, switched off.
    ///
    /// @throws Problem `invalid`, `draw-name-taken`
    @Transactional
    public Draw create(Brand brand, NewDraw draw) {
        refuse(brand, draw);
        Seed seed = Seed.fresh();
        DrawRecord row = database.newRecord(DRAW);
        row.setBrandId(brand.id().value());
        row.setName(draw.name().strip());
        row.setPrice(draw.price());
        row.setPerDay(draw.perDay());
        row.setFromAt(draw.from());
        row.setUntilAt(draw.until());
        row.setActive(false);
        row.setSeed(vault.seal(seed.hex()));
        row.setSeedHash(seed.promise());
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(DrawProblem.DRAW_NAME_TAKEN, taken).with("name", row.getName());
        }
        for (int place = 0; place < draw.prizes().size(); place++) {
            NewDraw.NewPrize prize = draw.prizes().get(place);
            database.insertInto(DRAW_PRIZE)
                    .set(DRAW_PRIZE.DRAW_ID, row.getId())
                    .set(DRAW_PRIZE.PLACE, place)
                    .set(DRAW_PRIZE.NAME, prize.name().strip())
                    .set(DRAW_PRIZE.REWARD, JSONB.valueOf(json.writeValueAsString(prize.reward())))
                    .set(DRAW_PRIZE.WEIGHT, prize.weight())
                    .set(DRAW_PRIZE.STOCK, prize.stock())
                    .execute();
        }
        audit.record("draw.create", "draw/" + row.getId(), Map.of("brand", brand.key()));
        return get(brand, row.getId());
    }

    /// @throws Problem `not-found`
    @Transactional
    public Draw turn(Brand brand, long id, boolean active) {
        int changed = database.update(DRAW)
                .set(DRAW.ACTIVE, active)
                .where(DRAW.ID.eq(id))
                .and(DRAW.BRAND_ID.eq(brand.id().value()))
                .execute();
        if (changed == 0) {
            throw missing(id);
        }
        audit.record(active ? "draw.start" : "draw.stop", "draw/" + id, Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// @throws Problem `not-found`
    public Draw get(Brand brand, long id) {
        return list(brand).stream()
                .filter(draw -> draw.id().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    /// Those that are on first, then the newest first.
    public List<Draw> list(Brand brand) {
        var plays = database.select(
                        DRAW_PLAY.DRAW_ID,
                        DSL.count(),
                        DSL.countDistinct(DRAW_PLAY.CUSTOMER_NO),
                        DSL.sum(DRAW_PLAY.PRICE))
                .from(DRAW_PLAY)
                .where(DRAW_PLAY.BRAND_ID.eq(brand.id().value()))
                .and(DRAW_PLAY.STATE.eq("drawn"))
                .groupBy(DRAW_PLAY.DRAW_ID)
                .fetchMap(DRAW_PLAY.DRAW_ID);
        Map<Long, ? extends List<DrawPrizeRecord>> prizes = prizes(brand);
        return database.selectFrom(DRAW)
                .where(DRAW.BRAND_ID.eq(brand.id().value()))
                .orderBy(DRAW.ACTIVE.desc(), DRAW.ID.desc())
                .fetch(row -> {
                    var played = plays.get(row.getId());
                    List<DrawPrizeRecord> found = prizes.get(row.getId());
                    List<DrawPrizeRecord> own = found == null ? List.of() : found;
                    return new Draw(
                            Long.toString(row.getId()),
                            new NewDraw(
                                    row.getName(),
                                    row.getPrice(),
                                    row.getPerDay(),
                                    row.getFromAt(),
                                    row.getUntilAt(),
                                    own.stream().map(this::prize).toList()),
                            row.getActive(),
                            own.stream().map(DrawPrizeRecord::getGiven).toList(),
                            played == null ? 0 : played.value2(),
                            played == null ? 0 : played.value3(),
                            played == null ? 0 : played.value4().longValueExact(),
                            HexFormat.of().formatHex(row.getSeedHash()),
                            row.getCreatedBy(),
                            row.getCreatedAt());
                });
    }

    private Map<Long, ? extends List<DrawPrizeRecord>> prizes(Brand brand) {
        return database.select(DRAW_PRIZE.fields())
                .from(DRAW_PRIZE)
                .join(DRAW)
                .on(DRAW.ID.eq(DRAW_PRIZE.DRAW_ID))
                .where(DRAW.BRAND_ID.eq(brand.id().value()))
                .orderBy(DRAW_PRIZE.PLACE)
                .fetchInto(DRAW_PRIZE)
                .intoGroups(DRAW_PRIZE.DRAW_ID);
    }

    private NewDraw.NewPrize prize(DrawPrizeRecord row) {
        return new NewDraw.NewPrize(
                row.getName(), json.readValue(row.getReward().data(), Reward.class), row.getWeight(), row.getStock());
    }

    private void refuse(Brand brand, NewDraw draw) {
        Problem problem = new Problem(KernelProblem.INVALID);
        problem.within("/name", draw.name().strip().length(), 1, 40);
        problem.within("/price", draw.price() == null ? 1 : draw.price(), 1, 1_000_000);
        problem.within("/perDay", draw.perDay(), 1, 100);
        problem.within("/prizes", draw.prizes().size(), 1, MOST_PRIZES);
        if (draw.from() != null && draw.until() != null && !draw.until().isAfter(draw.from())) {
            problem.at("/until", "reversed", new Text("须晚于开始时间", "must be later than the beginning"));
        }
        long weights = 0;
        for (int i = 0; i < draw.prizes().size(); i++) {
            NewDraw.NewPrize prize = draw.prizes().get(i);
            problem.within("/prizes/" + i + "/name", prize.name().strip().length(), 1, 40);
            problem.within("/prizes/" + i + "/weight", prize.weight(), 1, Seed.ROLLS);
            problem.within("/prizes/" + i + "/stock", prize.stock() == null ? 1 : prize.stock(), 1, 1_000_000_000);
            rewards.check(brand, prize.reward(), "/prizes/" + i + "/reward", problem);
            weights += prize.weight();
        }
        if (weights > Seed.ROLLS) {
            problem.at("/prizes", "above-one", new Text("中奖概率合计超过 100%", "the odds add up to more than 100 %"));
        }
        problem.throwIfFaulty();
    }

    static Problem missing(Object id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "draw " + id);
    }
}
