package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Mall;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOffer;
import io.waterwheel.loyalty.MallOrder;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.MallOrdered;
import io.waterwheel.loyalty.MallRefusal;
import io.waterwheel.loyalty.MallWish;
import io.waterwheel.loyalty.generated.tables.records.MallItemRecord;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The mall as members see it.
@Component
class MallDoor implements Mall {

    private static final int SHOWN = 100;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final MallBuyers buyers;
    private final MallPlacing placing;
    private final MallSettling settling;
    private final MallMoves moves;
    private final MallOrderView view;
    private final InstantSource clock;

    MallDoor(
            DSLContext database,
            TransactionOperations transactions,
            MallBuyers buyers,
            MallPlacing placing,
            MallSettling settling,
            MallMoves moves,
            MallOrderView view,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.buyers = buyers;
        this.placing = placing;
        this.settling = settling;
        this.moves = moves;
        this.view = view;
        this.clock = clock;
    }

    @Override
    public List<MallOffer> offers(Brand brand, CustomerNo member) {
        return offers(brand, member, DSL.noCondition());
    }

    @Override
    public MallOffer offer(Brand brand, CustomerNo member, String item) {
        return offers(brand, member, MALL_ITEM.ID.eq(MallIds.number(item))).stream()
                .findFirst()
                .orElseThrow(() -> MallItems.missing(item));
    }

    private List<MallOffer> offers(Brand brand, CustomerNo member, Condition which) {
        Instant now = clock.instant();
        MallBuyers.Known buyer = buyers.find(brand, member);
        Map<Long, Integer> bought = buyers.bought(brand, buyer.customer());
        return database.selectFrom(MALL_ITEM)
                .where(MALL_ITEM.BRAND_ID.eq(brand.id().value()))
                .and(MALL_ITEM.ON_SHELF)
                .and(MALL_ITEM.UNTIL_AT.isNull().or(MALL_ITEM.UNTIL_AT.gt(now)))
                .and(which)
                .orderBy(MALL_ITEM.POINTS, MALL_ITEM.ID)
                .fetch(row -> offer(row, buyer, bought.getOrDefault(row.getId(), 0), now));
    }

    private static MallOffer offer(MallItemRecord row, MallBuyers.Known buyer, int bought, Instant now) {
        MallRefusal why = MallAdmission.refusal(MallPlacing.asked(row, 1), buyer.having(bought), now);
        return new MallOffer(
                Long.toString(row.getId()),
                row.getName(),
                row.getDescription(),
                row.getPicture(),
                MallKind.of(row.getKind()),
                row.getPoints(),
                row.getMoney(),
                row.getDelivery(),
                List.of(row.getStores()),
                row.getStock() == null ? null : Math.max(0, row.getStock() - row.getSold()),
                row.getPerMember(),
                bought,
                List.of(row.getTiers()),
                row.getFromAt(),
                row.getUntilAt(),
                why,
                why == null ? null : why.words());
    }

    @Override
    public MallOrdered order(Brand brand, CustomerNo member, MallWish wish) {
        return switch (placing.place(brand, buyers.find(brand, member), wish)) {
            case MallPlacing.Placed.Refused(MallRefusal why) -> new MallOrdered.Refused(why, why.words());
            case MallPlacing.Placed.Order(MallOrderRecord row, boolean repeated) -> {
                settling.settle(row.getId());
                MallOrder order = find(brand, member, Long.toString(row.getId()));
                boolean poor = order.state() == MallOrderState.CANCELLED && order.paidAt() == null && !repeated;
                yield poor
                        ? new MallOrdered.Refused(MallRefusal.POINTS, MallRefusal.POINTS.words())
                        : new MallOrdered.Placed(order, repeated);
            }
        };
    }

    @Override
    public List<MallOrder> orders(Brand brand, CustomerNo member) {
        return database.selectFrom(MALL_ORDER)
                .where(MALL_ORDER.CUSTOMER_NO.eq(buyers.current(member).value()))
                .and(MALL_ORDER.BRAND_ID.eq(brand.id().value()))
                .orderBy(MALL_ORDER.ID.desc())
                .limit(SHOWN)
                .fetch(view::of);
    }

    @Override
    public MallOrder find(Brand brand, CustomerNo member, String number) {
        return database.selectFrom(MALL_ORDER)
                .where(MALL_ORDER.ID.eq(MallIds.number(number)))
                .and(MALL_ORDER.BRAND_ID.eq(brand.id().value()))
                .and(MALL_ORDER.CUSTOMER_NO.eq(buyers.current(member).value()))
                .fetchOptional(view::of)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "mall order " + number));
    }

    @Override
    public MallOrder cancel(Brand brand, CustomerNo member, String number) {
        long id = Long.parseLong(find(brand, member, number).number());
        transactions.executeWithoutResult(_ -> moves.cancel(moves.locked(id), "member"));
        settling.settle(id);
        return find(brand, member, number);
    }
}
