package io.waterwheel.loyalty.request;

import static io.waterwheel.loyalty.generated.Tables.REWARD_REQUEST;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.RewardsSettled;
import io.waterwheel.loyalty.generated.tables.records.RewardRequestRecord;
import io.waterwheel.loyalty.member.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Gives what was asked for. Coupons go out in the transaction that settles them. Points are booked between two:
/// the first says who gets them and until when they last, the last that they were booked; after a kill between
/// the two the same keys are booked again, which changes nothing.
@Component
class DueRequests extends LogWorker {

    private static final int BATCH = 1_000;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final CouponRewards coupons;
    private final PointsRewards points;
    private final PointsLedger ledger;
    private final RefusedRequests refused;
    private final ApplicationEventPublisher events;
    private final Heard heard;

    DueRequests(
            DSLContext database,
            TransactionOperations transactions,
            CouponRewards coupons,
            PointsRewards points,
            PointsLedger ledger,
            RefusedRequests refused,
            ApplicationEventPublisher events,
            Heard heard) {
        super("loyalty-rewards", Duration.ofMillis(200));
        this.database = database;
        this.transactions = transactions;
        this.coupons = coupons;
        this.points = points;
        this.ledger = ledger;
        this.refused = refused;
        this.events = events;
        this.heard = heard;
    }

    @Override
    protected boolean work() {
        boolean more = Boolean.TRUE.equals(transactions.execute(_ -> decide()));
        List<RewardRequestRecord> decided = database.selectFrom(REWARD_REQUEST)
                .where(REWARD_REQUEST.DECIDED)
                .orderBy(REWARD_REQUEST.ID)
                .limit(BATCH)
                .fetch();
        if (!decided.isEmpty()) {
            book(decided);
        }
        return more || decided.size() == BATCH;
    }

    /// What the programme has not read up to waits: whoever has just joined is a member by then.
    ///
    /// @return whether there may be more to decide
    private boolean decide() {
        List<RewardRequestRecord> asked = database.selectFrom(REWARD_REQUEST)
                .where(DSL.condition(REWARD_REQUEST.DECIDED).not())
                .and(REWARD_REQUEST.POSITION.le(heard.position()))
                .orderBy(REWARD_REQUEST.ID)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch();
        if (asked.isEmpty()) {
            return false;
        }
        Map<RewardRequestRecord, @Nullable String> settled = new LinkedHashMap<>();
        settled.putAll(coupons.give(
                asked.stream().filter(row -> row.getTemplateId() != null).toList()));
        points.decide(asked.stream().filter(row -> row.getTemplateId() == null).toList())
                .forEach(settled::put);
        settle(settled);
        return asked.size() == BATCH;
    }

    private void book(List<RewardRequestRecord> decided) {
        var booked = ledger.book(decided.stream().map(PointsRewards::command).toList());
        Map<RewardRequestRecord, @Nullable String> settled = new LinkedHashMap<>();
        for (int i = 0; i < decided.size(); i++) {
            settled.put(decided.get(i), booked.get(i).refusal());
        }
        transactions.executeWithoutResult(_ -> settle(settled));
    }

    /// Tells of those that nobody else has settled meanwhile.
    private void settle(Map<RewardRequestRecord, @Nullable String> settled) {
        if (settled.isEmpty()) {
            return;
        }
        List<Long> gone = database.deleteFrom(REWARD_REQUEST)
                .where(REWARD_REQUEST.ID.eq(DSL.any(settled.keySet().stream()
                        .map(RewardRequestRecord::getId)
                        .toArray(Long[]::new))))
                .returning(REWARD_REQUEST.ID)
                .fetch(REWARD_REQUEST.ID);
        Map<BrandId, List<RewardsSettled.Settled>> told = new LinkedHashMap<>();
        Map<RewardRequestRecord, String> without = new LinkedHashMap<>();
        settled.forEach((row, reason) -> {
            if (gone.contains(row.getId())) {
                if (reason != null) {
                    without.put(row, reason);
                }
                told.computeIfAbsent(new BrandId(row.getBrandId()), _ -> new ArrayList<>())
                        .add(new RewardsSettled.Settled(row.getKey(), reason));
            }
        });
        refused.keep(without);
        told.forEach((brand, rewards) -> events.publishEvent(new RewardsSettled(brand, rewards)));
    }
}
