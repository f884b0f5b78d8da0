package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_CODE;
import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.CouponGrant;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.MallCodeRecord;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import io.waterwheel.loyalty.reward.PointsLife;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings an order to where it rests: asks the ledger for its points, hands out what is handed out by
/// itself, and gives back what a cancelled or returned one cost. Every step may be done again, by anybody and at the
/// same time: the ledger books a key once, and the row decides.
///
/// An order may be cancelled while somebody else is still asking for its points. So a cancelled order that was
/// not paid is asked about once more when nobody can be asking any longer.
@Component
class MallSettling {

    /// Longer than any call of the ledger's can take.
    static final Duration NOBODY_ASKS_AFTER = Duration.ofMinutes(10);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final MallMoves moves;
    private final PointsLedger ledger;
    private final PointsLife life;
    private final Coupons coupons;
    private final Brands brands;
    private final InstantSource clock;

    MallSettling(
            DSLContext database,
            TransactionOperations transactions,
            MallMoves moves,
            PointsLedger ledger,
            PointsLife life,
            Coupons coupons,
            Brands brands,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.moves = moves;
        this.ledger = ledger;
        this.life = life;
        this.coupons = coupons;
        this.brands = brands;
        this.clock = clock;
    }

    /// Goes on with it as far as it goes now.
    void settle(long id) {
        MallOrderState before;
        MallOrderRecord order = read(id);
        do {
            before = MallOrderState.of(order.getState());
            switch (before) {
                case ORDERED -> pay(order);
                case PAID -> {
                    if (order.getSettleAt() != null) {
                        handOut(order);
                    }
                }
                case CANCELLED, RETURNED -> {
                    if (order.getSettleAt() != null) {
                        giveBack(order);
                    }
                }
                case FULFILLED -> {}
            }
            order = read(id);
        } while (MallOrderState.of(order.getState()) != before);
    }

    private MallOrderRecord read(long id) {
        return database.selectFrom(MALL_ORDER).where(MALL_ORDER.ID.eq(id)).fetchSingle();
    }

    private void pay(MallOrderRecord order) {
        Booking booking = ledger.book(List.of(new PointsCommand.Spend(
                        occasion(order, key(order)), new Points(order.getPoints()), PointsCommand.Payee.MALL)))
                .getFirst();
        transactions.executeWithoutResult(_ -> {
            MallOrderRecord row = moves.locked(order.getId());
            boolean open = MallOrderState.of(row.getState()) == MallOrderState.ORDERED;
            switch (booking) {
                case Booking.Booked _ -> {
                    if (open) {
                        moves.pay(row, MallKind.of(row.getKind()) == MallKind.GOODS ? null : clock.instant());
                    } else if (MallOrderState.of(row.getState()) == MallOrderState.CANCELLED && !row.getGivenBack()) {
                        // Somebody cancelled it meanwhile and may not have found these points.
                        row.setSettleAt(clock.instant());
                        row.update();
                    }
                }
                case Booking.Insufficient _ -> {
                    if (open) {
                        moves.cancel(row, "points");
                    }
                }
                case Booking.Refused _ -> {
                    if (open) {
                        moves.cancel(row, "ledger");
                    }
                }
            }
        });
    }

    private void handOut(MallOrderRecord order) {
        transactions.executeWithoutResult(_ -> {
            MallOrderRecord row = moves.locked(order.getId());
            if (MallOrderState.of(row.getState()) != MallOrderState.PAID) {
                return;
            }
            String why = switch (MallKind.of(row.getKind())) {
                case COUPON -> issue(row);
                case CODE -> takeCode(row);
                case GOODS -> "goods";
            };
            if (why == null) {
                moves.fulfil(row);
            } else {
                moves.cancel(row, why);
            }
        });
    }

    /// @return why not, or null
    private @Nullable String issue(MallOrderRecord row) {
        long template = Objects.requireNonNull(database.select(MALL_ITEM.TEMPLATE_ID)
                .from(MALL_ITEM)
                .where(MALL_ITEM.ID.eq(row.getItemId()))
                .fetchSingle()
                .value1());
        CouponGranted granted = coupons.issue(
                        brands.get(new BrandId(row.getBrandId())),
                        new CouponTemplateId(template),
                        List.of(new CouponGrant(key(row), new CustomerNo(row.getCustomerNo()), "mall")))
                .getFirst();
        return switch (granted) {
            case CouponGranted.Issued(long coupon, boolean _) -> {
                row.setCouponId(coupon);
                yield null;
            }
            case CouponGranted.Refused _ -> "coupon";
        };
    }

    private @Nullable String takeCode(MallOrderRecord row) {
        MallCodeRecord code = database.selectFrom(MALL_CODE)
                .where(MALL_CODE.ITEM_ID.eq(row.getItemId()))
                .and(MALL_CODE.ORDER_ID.isNull())
                .orderBy(MALL_CODE.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOne();
        if (code == null) {
            return "code";
        }
        code.setOrderId(row.getId());
        code.update();
        row.setCode(code.getCode());
        return null;
    }

    private void giveBack(MallOrderRecord order) {
        Instant now = clock.instant();
        Booking booking = ledger.book(List.of(new PointsCommand.GiveBack(
                        occasion(order, key(order) + "/back"),
                        key(order),
                        new Points(order.getPoints()),
                        life.until(brands.get(new BrandId(order.getBrandId())), now))))
                .getFirst();
        boolean back = booking instanceof Booking.Booked;
        Instant ended = order.getCancelledAt() == null ? order.getReturnedAt() : order.getCancelledAt();
        Instant last = ended.plus(NOBODY_ASKS_AFTER);
        database.update(MALL_ORDER)
                .set(MALL_ORDER.GIVEN_BACK, back)
                .set(MALL_ORDER.SETTLE_AT, back || !now.isBefore(last) ? null : last)
                .where(MALL_ORDER.ID.eq(order.getId()))
                .and(MALL_ORDER.GIVEN_BACK.eq(false))
                .execute();
    }

    private static String key(MallOrderRecord order) {
        return "mall/" + order.getId();
    }

    private PointsCommand.Occasion occasion(MallOrderRecord order, String key) {
        return new PointsCommand.Occasion(
                new BrandId(order.getBrandId()),
                new CustomerNo(order.getCustomerNo()),
                key,
                order.getPlacedAt(),
                new PointsReason("mall", Map.of("item", order.getName())));
    }
}
