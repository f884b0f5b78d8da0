package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PRIZE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.LuckyDraw;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.generated.tables.records.DrawPrizeRecord;
import io.waterwheel.loyalty.generated.tables.records.DrawRecord;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.RewardCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Lucky draws as members see them.
@Component
class DrawDoor implements LuckyDraw {

    private static final int SHOWN = 100;

    /// A draw that is over is still shown for so long, with its seed.
    private static final Duration OVER_SHOWN = Duration.ofDays(30);

    private final DSLContext database;
    private final DrawTurns turns;
    private final DrawSettling settling;
    private final Customers customers;
    private final Members members;
    private final PointsLedger ledger;
    private final RewardCheck words;
    private final Vault vault;
    private final JsonMapper json;
    private final InstantSource clock;

    DrawDoor(
            DSLContext database,
            DrawTurns turns,
            DrawSettling settling,
            Customers customers,
            Members members,
            PointsLedger ledger,
            RewardCheck words,
            Vault vault,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.turns = turns;
        this.settling = settling;
        this.customers = customers;
        this.members = members;
        this.ledger = ledger;
        this.words = words;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<DrawOffer> draws(Brand brand, CustomerNo asked) {
        CustomerNo customer = customers.currentOf(asked);
        boolean member = member(brand, customer);
        long points = points(brand, customer);
        Instant now = clock.instant();
        return database.selectFrom(DRAW)
                .where(DRAW.BRAND_ID.eq(brand.id().value()))
                .and(DRAW.ACTIVE)
                .and(DRAW.UNTIL_AT.isNull().or(DRAW.UNTIL_AT.gt(now.minus(OVER_SHOWN))))
                .orderBy(DRAW.ID.desc())
                .fetch(draw -> {
                    int today = turns.today(draw.getId(), customer, brand.dayOf(now));
                    int chances = turns.chances(draw.getId(), customer);
                    DrawRefusal why = DrawTurns.refusal(draw, member, today, chances > 0, points, now);
                    return new DrawOffer(
                            Long.toString(draw.getId()),
                            draw.getName(),
                            draw.getPrice(),
                            chances,
                            Math.max(0, draw.getPerDay() - today),
                            prizes(brand, draw.getId()),
                            draw.getFromAt(),
                            draw.getUntilAt(),
                            HexFormat.of().formatHex(draw.getSeedHash()),
                            seed(draw, now),
                            why,
                            why == null ? null : why.words());
                });
    }

    private @Nullable String seed(DrawRecord draw, Instant now) {
        return draw.getUntilAt() != null && !now.isBefore(draw.getUntilAt()) ? vault.open(draw.getSeed()) : null;
    }

    private List<Prize> prizes(Brand brand, long draw) {
        return database.selectFrom(DRAW_PRIZE)
                .where(DRAW_PRIZE.DRAW_ID.eq(draw))
                .orderBy(DRAW_PRIZE.PLACE)
                .fetch(row -> prize(brand, row));
    }

    private Prize prize(Brand brand, DrawPrizeRecord row) {
        return new Prize(
                Long.toString(row.getId()),
                row.getName(),
                words.words(brand, json.readValue(row.getReward().data(), Reward.class)),
                row.getStock() == null ? null : Math.max(0, row.getStock() - row.getGiven()));
    }

    @Override
    public Drawn draw(Brand brand, CustomerNo asked, String draw, String key) {
        if (key.isBlank() || key.length() > 100) {
            throw new IllegalArgumentException("a key has 1 to 100 characters");
        }
        CustomerNo customer = customers.currentOf(asked);
        return switch (turns.begin(
                brand, customer, member(brand, customer), points(brand, customer), DrawIds.number(draw), key)) {
            case DrawTurns.Begun.Refused(DrawRefusal why) -> new Drawn.Refused(why, why.words());
            case DrawTurns.Begun.Play(long id, boolean repeated) -> {
                settling.settle(id);
                List<Play> found = plays(brand, DRAW_PLAY.ID.eq(id).and(DRAW_PLAY.STATE.ne("cancelled")));
                yield found.isEmpty()
                        ? new Drawn.Refused(DrawRefusal.POINTS, DrawRefusal.POINTS.words())
                        : new Drawn.Done(found.getFirst(), repeated);
            }
        };
    }

    @Override
    public List<Play> plays(Brand brand, CustomerNo member) {
        return plays(
                brand,
                DRAW_PLAY
                        .CUSTOMER_NO
                        .eq(customers.currentOf(member).value())
                        .and(DRAW_PLAY.BRAND_ID.eq(brand.id().value()))
                        .and(DRAW_PLAY.STATE.eq("drawn")));
    }

    private List<Play> plays(Brand brand, Condition which) {
        Map<Long, JSONB> rewards = database.select(DRAW_PRIZE.ID, DRAW_PRIZE.REWARD)
                .from(DRAW_PRIZE)
                .join(DRAW)
                .on(DRAW.ID.eq(DRAW_PRIZE.DRAW_ID))
                .where(DRAW.BRAND_ID.eq(brand.id().value()))
                .fetchMap(DRAW_PRIZE.ID, DRAW_PRIZE.REWARD);
        return database.selectFrom(DRAW_PLAY)
                .where(which)
                .orderBy(DRAW_PLAY.ID.desc())
                .limit(SHOWN)
                .fetch(row -> new Play(
                        Long.toString(row.getId()),
                        Long.toString(row.getDrawId()),
                        row.getAt(),
                        row.getPrice(),
                        row.getRoll(),
                        row.getPrizeName(),
                        row.getPrizeId() == null
                                ? null
                                : words.words(
                                        brand,
                                        json.readValue(
                                                Objects.requireNonNull(rewards.get(row.getPrizeId()))
                                                        .data(),
                                                Reward.class))));
    }

    private boolean member(Brand brand, CustomerNo customer) {
        return !members.of(database, brand.id(), List.of(customer)).isEmpty();
    }

    private long points(Brand brand, CustomerNo customer) {
        return ledger.spendable(brand.id(), customer).value();
    }
}
