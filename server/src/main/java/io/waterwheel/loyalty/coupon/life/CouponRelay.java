package io.waterwheel.loyalty.coupon.life;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;
import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponMoveRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Tells the timeline and the figures of templates what happened to coupons, in batches. After a kill between
/// the log and the mark, the log leaves out what it has.
@Component
public class CouponRelay extends LogWorker {

    static final String SOURCE = "coupon";

    private static final int BATCH = 2_000;
    private static final Duration EVERY = Duration.ofMillis(300);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final EventLog log;
    private final Brands brands;
    private final KnownTemplates templates;
    private final CouponMonths months;
    private final JsonMapper json;

    CouponRelay(
            DSLContext database,
            TransactionOperations transactions,
            EventLog log,
            Brands brands,
            KnownTemplates templates,
            CouponMonths months,
            JsonMapper json) {
        super("coupon-moves", EVERY);
        this.database = database;
        this.transactions = transactions;
        this.log = log;
        this.brands = brands;
        this.templates = templates;
        this.months = months;
        this.json = json;
    }

    @Override
    protected boolean work() {
        if (!database.fetchExists(COUPON_MOVE, DSL.condition(COUPON_MOVE.TOLD).not())) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            // Rows another node is telling of are skipped.
            List<CouponMoveRecord> moves = database.selectFrom(COUPON_MOVE)
                    .where(DSL.not(COUPON_MOVE.TOLD))
                    .orderBy(COUPON_MOVE.ID)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (moves.isEmpty()) {
                return false;
            }
            log.append(events(moves));
            count(moves);
            months.add(moves);
            database.update(COUPON_MOVE)
                    .set(COUPON_MOVE.TOLD, true)
                    .where(COUPON_MOVE.ID.eq(
                            DSL.any(moves.stream().map(CouponMoveRecord::getId).toArray(Long[]::new))))
                    .execute();
            return moves.size() == BATCH;
        }));
    }

    private List<NewEvent> events(List<CouponMoveRecord> moves) {
        Map<Long, Instant> ends = database.select(COUPON.ID, COUPON.VALID_UNTIL)
                .from(COUPON)
                .where(COUPON.ID.eq(DSL.any(
                        moves.stream().map(CouponMoveRecord::getCouponId).toArray(Long[]::new))))
                .fetchMap(COUPON.ID, COUPON.VALID_UNTIL);
        List<NewEvent> events = new ArrayList<>();
        for (CouponMoveRecord move : moves) {
            Brand brand = brands.get(new BrandId(move.getBrandId()));
            CouponStep step = CouponStep.of(move.getStep());
            CouponEvent.name(step)
                    .ifPresent(name -> events.add(new NewEvent(
                            brand.id(),
                            SOURCE,
                            "coupon-move/" + move.getId(),
                            name,
                            move.getAt(),
                            move.getCustomerNo() == null
                                    ? Subject.NOBODY
                                    : new Subject.Known(new CustomerNo(move.getCustomerNo())),
                            json.writeValueAsString(CouponEvent.properties(
                                    brand, move, step, templates.get(move.getTemplateId()), ends)),
                            "{}")));
        }
        return events;
    }

    /// Each template once, in the order of their ids, so that two nodes do not wait for each other.
    private void count(List<CouponMoveRecord> moves) {
        Map<Long, Figures> figures = new TreeMap<>();
        moves.forEach(move -> figures.merge(move.getTemplateId(), Figures.of(move), Figures::plus));
        RowSet rows = new RowSet(
                COUPON_TEMPLATE.ID,
                COUPON_TEMPLATE.REDEEMED,
                COUPON_TEMPLATE.SPENT,
                COUPON_TEMPLATE.EXPIRED,
                COUPON_TEMPLATE.WITHDRAWN,
                COUPON_TEMPLATE.RESERVED);
        figures.forEach((template, sum) ->
                rows.row(template, sum.redeemed, sum.spent, sum.expired, sum.withdrawn, sum.released));
        database.select(COUPON_TEMPLATE.ID)
                .from(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.ID.in(figures.keySet()))
                .orderBy(COUPON_TEMPLATE.ID)
                .forUpdate()
                .execute();
        RowSet.Given given = rows.as("given");
        database.update(COUPON_TEMPLATE)
                .set(COUPON_TEMPLATE.REDEEMED, COUPON_TEMPLATE.REDEEMED.plus(given.field(COUPON_TEMPLATE.REDEEMED)))
                .set(COUPON_TEMPLATE.SPENT, COUPON_TEMPLATE.SPENT.plus(given.field(COUPON_TEMPLATE.SPENT)))
                .set(COUPON_TEMPLATE.EXPIRED, COUPON_TEMPLATE.EXPIRED.plus(given.field(COUPON_TEMPLATE.EXPIRED)))
                .set(COUPON_TEMPLATE.WITHDRAWN, COUPON_TEMPLATE.WITHDRAWN.plus(given.field(COUPON_TEMPLATE.WITHDRAWN)))
                .set(COUPON_TEMPLATE.RESERVED, COUPON_TEMPLATE.RESERVED.minus(given.field(COUPON_TEMPLATE.RESERVED)))
                .from(given.table())
                .where(COUPON_TEMPLATE.ID.eq(given.field(COUPON_TEMPLATE.ID)))
                .execute();
    }

    private record Figures(int redeemed, long spent, int expired, int withdrawn, long released) {

        static Figures of(CouponMoveRecord move) {
            CouponStep step = CouponStep.of(move.getStep());
            int redeemed = switch (step) {
                case REDEEM -> 1;
                case GIVE_BACK, RETURN -> -1;
                case ISSUE, CLAIM, REMIND, LOCK, UNLOCK, LAPSE, REFUND, OFFER, TAKE_BACK, HAND_ON, EXPIRE, WITHDRAW ->
                    0;
            };
            return new Figures(
                    redeemed,
                    move.getAmount(),
                    step == CouponStep.EXPIRE ? 1 : 0,
                    step == CouponStep.WITHDRAW ? 1 : 0,
                    move.getReleased());
        }

        Figures plus(Figures other) {
            return new Figures(
                    redeemed + other.redeemed,
                    spent + other.spent,
                    expired + other.expired,
                    withdrawn + other.withdrawn,
                    released + other.released);
        }
    }
}
