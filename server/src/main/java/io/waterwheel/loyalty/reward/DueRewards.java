package io.waterwheel.loyalty.reward;

import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.DRAW_CHANCE;
import static io.waterwheel.loyalty.generated.Tables.REWARD;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.CouponGrant;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.RewardRecord;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Hands out what was decided, points and coupons many at a time. After a kill between handing out and
/// noting it, the same keys are asked for again, which changes nothing.
@Component
class DueRewards extends LogWorker {

    private static final Logger log = LoggerFactory.getLogger(DueRewards.class);

    private static final int BATCH = 500;

    /// What was to be given is not there any more.
    private static final String GONE = "gone";

    private final DSLContext database;
    private final PointsLedger ledger;
    private final LiveProgrammes programmes;
    private final Coupons coupons;
    private final Brands brands;
    private final JsonMapper json;

    /// Behind those that were tried last, so that bad ones never fill the batch.
    private long after;

    DueRewards(
            DSLContext database,
            PointsLedger ledger,
            LiveProgrammes programmes,
            Coupons coupons,
            Brands brands,
            JsonMapper json) {
        super("due-rewards", Duration.ofMillis(200));
        this.database = database;
        this.ledger = ledger;
        this.programmes = programmes;
        this.coupons = coupons;
        this.brands = brands;
        this.json = json;
    }

    @Override
    protected boolean work() {
        List<RewardRecord> due = database.selectFrom(REWARD)
                .where(REWARD.STATE.eq(DSL.inline("due")))
                .and(REWARD.ID.gt(after))
                .orderBy(REWARD.ID)
                .limit(BATCH)
                .fetch();
        boolean more = due.size() == BATCH;
        after = more ? due.getLast().getId() : 0;
        if (due.isEmpty()) {
            return false;
        }
        Map<String, List<RewardRecord>> kinds = due.stream().collect(Collectors.groupingBy(RewardRecord::getKind));
        hand(kinds.getOrDefault("points", List.of()), this::book);
        kinds.getOrDefault("coupon", List.of()).stream()
                .collect(Collectors.groupingBy(RewardRecord::getTemplateId))
                .values()
                .forEach(rows -> hand(rows, this::issue));
        hand(kinds.getOrDefault("chances", List.of()), this::chances);
        database.batchUpdate(due).execute();
        return more;
    }

    /// Together, and one by one where that fails: what nobody foresaw of one is tried again later, and the others
    /// have theirs now.
    private static void hand(List<RewardRecord> rows, Consumer<List<RewardRecord>> way) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            way.accept(rows);
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException nobodyHasTheirs) {
            throw nobodyHasTheirs;
        } catch (RuntimeException failed) {
            if (rows.size() == 1) {
                log.warn("loyalty.reward failed id={}", rows.getFirst().getId(), failed);
            } else {
                rows.forEach(row -> hand(List.of(row), way));
            }
        }
    }

    private void book(List<RewardRecord> rows) {
        Map<BrandId, List<LiveProgramme>> live = programmes.all(database);
        List<Booking> booked =
                ledger.book(rows.stream().map(row -> command(row, live)).toList());
        for (int i = 0; i < rows.size(); i++) {
            settle(rows.get(i), booked.get(i).refusal());
        }
    }

    private PointsCommand command(RewardRecord row, Map<BrandId, List<LiveProgramme>> live) {
        BrandId brand = new BrandId(row.getBrandId());
        Map<String, String> values = new HashMap<>();
        json.readTree(row.getDetails().data())
                .properties()
                .forEach(one -> values.put(one.getKey(), one.getValue().asString()));
        return new PointsCommand.Earn(
                new PointsCommand.Occasion(
                        brand,
                        new CustomerNo(row.getCustomerNo()),
                        row.getKey(),
                        row.getAt(),
                        new PointsReason(row.getReason(), values)),
                new Points(row.getPoints()),
                null,
                lost(live.getOrDefault(brand, List.of()), row.getAt()));
    }

    private static @Nullable Instant lost(List<LiveProgramme> versions, Instant given) {
        return versions.isEmpty() ? null : versions.getLast().lostAt(given);
    }

    /// A template that is gone keeps nobody else waiting.
    private void issue(List<RewardRecord> rows) {
        RewardRecord first = rows.getFirst();
        try {
            List<CouponGranted> granted = coupons.issue(
                    brands.get(new BrandId(first.getBrandId())),
                    new CouponTemplateId(first.getTemplateId()),
                    rows.stream()
                            .map(row ->
                                    new CouponGrant(row.getKey(), new CustomerNo(row.getOpenedNo()), row.getReason()))
                            .toList());
            for (int i = 0; i < rows.size(); i++) {
                settle(rows.get(i), granted.get(i).refusal());
            }
        } catch (Problem refused) {
            rows.forEach(row -> settle(row, gone(refused)));
        }
    }

    /// Those of draws that are there.
    private void chances(List<RewardRecord> rows) {
        Set<Long> draws = new HashSet<>(database.select(DRAW.ID)
                .from(DRAW)
                .where(DRAW.ID.in(rows.stream().map(RewardRecord::getDrawId).toList()))
                .fetch(DRAW.ID));
        for (RewardRecord row : rows) {
            if (draws.contains(row.getDrawId())) {
                chances(row);
            } else {
                settle(row, GONE);
            }
        }
    }

    private void chances(RewardRecord row) {
        database.insertInto(DRAW_CHANCE)
                .set(DRAW_CHANCE.BRAND_ID, row.getBrandId())
                .set(DRAW_CHANCE.DRAW_ID, row.getDrawId())
                .set(DRAW_CHANCE.KEY, row.getKey())
                .set(DRAW_CHANCE.OPENED_NO, row.getOpenedNo())
                .set(DRAW_CHANCE.CUSTOMER_NO, row.getCustomerNo())
                .set(DRAW_CHANCE.CHANCES, row.getChances())
                .set(DRAW_CHANCE.AT, row.getAt())
                .onConflictDoNothing()
                .execute();
        settle(row, null);
    }

    private static String gone(Problem refused) {
        return refused.type() == KernelProblem.NOT_FOUND ? GONE : refused.type().code();
    }

    private static void settle(RewardRecord row, @Nullable String refused) {
        row.setState(refused == null ? "given" : "refused");
        row.setNote(refused);
    }
}
