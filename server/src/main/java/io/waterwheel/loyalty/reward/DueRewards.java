package io.waterwheel.loyalty.reward;

import static io.waterwheel.loyalty.generated.Tables.DRAW_CHANCE;
import static io.waterwheel.loyalty.generated.Tables.REWARD;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Hands out what was decided, points and coupons many at a time. After a kill between handing out and
/// noting it, the same keys are asked for again, which changes nothing.
@Component
class DueRewards extends LogWorker {

    private static final int BATCH = 500;

    private final DSLContext database;
    private final PointsLedger ledger;
    private final LiveProgrammes programmes;
    private final Coupons coupons;
    private final Brands brands;
    private final JsonMapper json;

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
                .orderBy(REWARD.ID)
                .limit(BATCH)
                .fetch();
        if (due.isEmpty()) {
            return false;
        }
        Map<String, List<RewardRecord>> kinds = due.stream().collect(Collectors.groupingBy(RewardRecord::getKind));
        book(kinds.getOrDefault("points", List.of()));
        kinds.getOrDefault("coupon", List.of()).stream()
                .collect(Collectors.groupingBy(RewardRecord::getTemplateId))
                .forEach(this::issue);
        kinds.getOrDefault("chances", List.of()).forEach(this::chances);
        database.batchUpdate(due).execute();
        return due.size() == BATCH;
    }

    private void book(List<RewardRecord> rows) {
        if (rows.isEmpty()) {
            return;
        }
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

    private void issue(long template, List<RewardRecord> rows) {
        List<CouponGranted> granted = coupons.issue(
                brands.get(new BrandId(rows.getFirst().getBrandId())),
                new CouponTemplateId(template),
                rows.stream()
                        .map(row -> new CouponGrant(row.getKey(), new CustomerNo(row.getOpenedNo()), row.getReason()))
                        .toList());
        for (int i = 0; i < rows.size(); i++) {
            settle(rows.get(i), granted.get(i).refusal());
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

    private static void settle(RewardRecord row, @Nullable String refused) {
        row.setState(refused == null ? "given" : "refused");
        row.setNote(refused);
    }
}
