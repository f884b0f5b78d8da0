package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;
import static io.waterwheel.loyalty.generated.Tables.MALL_RETURN;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.MallProblem;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The ways orders go. Each is gone under the row's lock, and the timeline is told in the same transaction.
@Component
class MallMoves {

    private final DSLContext database;
    private final MemberEvents events;
    private final InstantSource clock;

    MallMoves(DSLContext database, MemberEvents events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /// @throws Problem `not-found`
    MallOrderRecord locked(long order) {
        return database.selectFrom(MALL_ORDER)
                .where(MALL_ORDER.ID.eq(order))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "mall order " + order));
    }

    /// The points are spent.
    ///
    /// @param settleAt when what is handed out by itself is; null for what people hand out
    void pay(MallOrderRecord order, @Nullable Instant settleAt) {
        go(order, MallOrderState.PAID);
        order.setPaidAt(clock.instant());
        order.setSettleAt(settleAt);
        order.update();
        tell(order, EventNames.MALL_ORDER_PLACED);
    }

    void fulfil(MallOrderRecord order) {
        go(order, MallOrderState.FULFILLED);
        order.setFulfilledAt(clock.instant());
        order.setSettleAt(null);
        order.update();
        tell(order, EventNames.MALL_ORDER_FULFILLED);
    }

    /// The pieces are free again at once; what was paid is given back afterwards, by [MallSettling].
    ///
    /// @param why a code, or what a person wrote
    void cancel(MallOrderRecord order, String why) {
        boolean told = MallOrderState.of(order.getState()) == MallOrderState.PAID;
        go(order, MallOrderState.CANCELLED);
        Instant now = clock.instant();
        order.setCancelledAt(now);
        order.setWhy(why);
        order.setSettleAt(now);
        order.update();
        restock(order, order.getPieces());
        if (told) {
            tell(order, EventNames.MALL_ORDER_CANCELLED);
        }
    }

    /// Pieces came back; what they cost is given back afterwards, by [MallSettling].
    ///
    /// @param pieces  no more than did not come back before
    /// @param restock whether they can be had again
    void takeBack(MallOrderRecord order, int pieces, String why, boolean restock) {
        if (order.getReturned() + pieces == order.getPieces()) {
            go(order, MallOrderState.RETURNED);
        }
        Instant now = clock.instant();
        int number = 1 + database.fetchCount(MALL_RETURN, MALL_RETURN.ORDER_ID.eq(order.getId()));
        long points = order.getPoints() / order.getPieces() * pieces;
        database.insertInto(MALL_RETURN)
                .set(MALL_RETURN.ORDER_ID, order.getId())
                .set(MALL_RETURN.NUMBER, number)
                .set(MALL_RETURN.PIECES, pieces)
                .set(MALL_RETURN.POINTS, points)
                .set(MALL_RETURN.RESTOCKED, restock)
                .set(MALL_RETURN.GIVEN_BACK, false)
                .set(MALL_RETURN.AT, now)
                .execute();
        order.setReturned(order.getReturned() + pieces);
        order.setReturnedAt(now);
        order.setWhy(why);
        order.setGivenBack(false);
        // Nobody is there to get the points of an erased member's order.
        order.setSettleAt(order.getCustomerNo() == null ? null : now);
        order.update();
        if (restock) {
            restock(order, pieces);
        }
        tell(order, EventNames.MALL_ORDER_RETURNED, "returned:" + number, pieces);
    }

    private void restock(MallOrderRecord order, int pieces) {
        database.update(MALL_ITEM)
                .set(MALL_ITEM.SOLD, MALL_ITEM.SOLD.minus(pieces))
                .where(MALL_ITEM.ID.eq(order.getItemId()))
                .execute();
    }

    /// @throws Problem `mall-order-state`
    private static void go(MallOrderRecord order, MallOrderState to) {
        if (!MallOrderState.of(order.getState()).next().contains(to)) {
            throw new Problem(MallProblem.MALL_ORDER_STATE).with("state", order.getState());
        }
        order.setState(to.code());
    }

    private void tell(MallOrderRecord order, String name) {
        tell(order, name, order.getState(), order.getPieces());
    }

    /// @param step names it among what is told of the order
    private void tell(MallOrderRecord order, String name, String step, int pieces) {
        if (order.getCustomerNo() == null) {
            return;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("order", Long.toString(order.getId()));
        told.put("item", Long.toString(order.getItemId()));
        told.put("name", order.getName());
        told.put("kind", order.getKind());
        told.put("points", order.getPoints() / order.getPieces() * pieces);
        told.put("pieces", pieces);
        if (order.getStore() != null) {
            told.put("store", order.getStore());
        }
        events.write(
                database,
                new BrandId(order.getBrandId()),
                new CustomerNo(order.getCustomerNo()),
                name,
                clock.instant(),
                "mall:" + order.getId() + ":" + step,
                told);
    }
}
