package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOrder;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.MallProblem;
import io.waterwheel.loyalty.coupon.issue.CouponWithdrawal;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What people do with orders of the mall.
@Component
public class MallDesk {

    private static final int LONGEST = 200;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final MallMoves moves;
    private final MallSettling settling;
    private final MallOrderView view;
    private final CouponWithdrawal coupons;
    private final AuditTrail audit;

    MallDesk(
            DSLContext database,
            TransactionOperations transactions,
            MallMoves moves,
            MallSettling settling,
            MallOrderView view,
            CouponWithdrawal coupons,
            AuditTrail audit) {
        this.database = database;
        this.transactions = transactions;
        this.moves = moves;
        this.settling = settling;
        this.view = view;
        this.coupons = coupons;
        this.audit = audit;
    }

    /// Which orders.
    ///
    /// @param state null for all
    /// @param item  null for all
    /// @param store those picked up there; null for all
    /// @param owed  only those whose points the ledger did not give back yet
    public record Wanted(
            @Nullable MallOrderState state,
            @Nullable String item,
            @Nullable String store,
            boolean owed) {}

    /// @param customer null once the person was erased
    /// @param owed     why the ledger did not give points back when it was asked last; null when none are owed
    @Schema(name = "MallDeskOrder")
    public record DeskOrder(
            @Nullable Integer customer,
            MallOrder order,
            @Nullable Text owed) {}

    /// The newest first.
    public Page<DeskOrder> list(Brand brand, Wanted wanted, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<MallOrderRecord> found = database.selectFrom(MALL_ORDER)
                .where(condition(brand, wanted))
                .and(MALL_ORDER.ID.lt(cursor == null ? Long.MAX_VALUE : cursor.number(0)))
                .orderBy(MALL_ORDER.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        return Page.of(found, page.size(), row -> Cursor.of(row.getId())).map(this::seen);
    }

    private DeskOrder seen(MallOrderRecord row) {
        return new DeskOrder(row.getCustomerNo(), view.of(row), view.owed(row));
    }

    static Condition condition(Brand brand, Wanted wanted) {
        Condition condition = MALL_ORDER.BRAND_ID.eq(brand.id().value());
        if (wanted.state != null) {
            condition = condition.and(MALL_ORDER.STATE.eq(wanted.state.code()));
        }
        if (wanted.item != null) {
            condition = condition.and(MALL_ORDER.ITEM_ID.eq(MallIds.number(wanted.item)));
        }
        if (wanted.owed) {
            condition = condition.and(MALL_ORDER.OWED_WHY.isNotNull());
        }
        return wanted.store == null ? condition : condition.and(MALL_ORDER.STORE.eq(wanted.store));
    }

    /// It is on its way.
    ///
    /// @throws Problem `not-found`, `mall-order-state`, `invalid` where it is not sent at all
    public DeskOrder ship(Brand brand, long order, String carrier, String parcel) {
        if (carrier.isBlank() || parcel.isBlank() || carrier.length() > LONGEST || parcel.length() > LONGEST) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/parcel", "needed", new Text("请填写快递公司和单号", "the carrier and the number are needed"));
        }
        return change(brand, order, "ship", row -> {
            refuseUnless(row, row.getStore() == null);
            row.setCarrier(carrier.strip());
            row.setParcel(parcel.strip());
            moves.fulfil(row);
        });
    }

    /// It was picked up.
    ///
    /// @throws Problem `not-found`, `mall-order-state`
    public DeskOrder handOver(Brand brand, long order) {
        return change(brand, order, "hand-over", row -> {
            refuseUnless(row, row.getStore() != null);
            moves.fulfil(row);
        });
    }

    /// The member gets the points back.
    ///
    /// @throws Problem `not-found`, `mall-order-state`, `invalid` without a reason
    public DeskOrder cancel(Brand brand, long order, String why) {
        refuseWithoutReason(why);
        change(brand, order, "cancel", row -> moves.cancel(row, why.strip()));
        settling.settle(order);
        return read(brand, order);
    }

    /// What a person takes back of an order that was fulfilled.
    ///
    /// @param pieces   how many; null for all that did not come back yet
    /// @param returned how many had come back before, as the person saw it: whoever presses twice, or beside
    ///                 somebody else, takes nothing back twice
    /// @param restock  whether they can be had again
    public record Return(@Nullable Integer pieces, int returned, String why, boolean restock) {}

    /// Pieces of what was fulfilled came back: the member gets their points back. A coupon is withdrawn with each.
    ///
    /// @throws Problem `not-found`, `mall-order-state`, `mall-pieces-returned`, `mall-coupon-used`,
    ///                 `mall-code-seen`, `invalid` without a reason
    public DeskOrder takeBack(Brand brand, long order, Return wish) {
        String why = wish.why.strip();
        refuseWithoutReason(why);
        change(brand, order, "return", row -> {
            int pieces = pieces(row, wish);
            if (wish.restock && MallKind.of(row.getKind()) == MallKind.CODE) {
                throw new Problem(MallProblem.MALL_CODE_SEEN);
            }
            moves.takeBack(row, pieces, why, wish.restock);
            List<Long> issued = List.of(row.getCouponIds());
            if (!issued.isEmpty() && coupons.withdraw(brand, issued, pieces, why) < pieces) {
                throw new Problem(MallProblem.MALL_COUPON_USED);
            }
        });
        settling.settle(order);
        return read(brand, order);
    }

    private static int pieces(MallOrderRecord row, Return wish) {
        if (MallOrderState.of(row.getState()) != MallOrderState.FULFILLED) {
            throw new Problem(MallProblem.MALL_ORDER_STATE).with("state", row.getState());
        }
        int left = row.getPieces() - row.getReturned();
        int pieces = wish.pieces == null ? left : wish.pieces;
        if (pieces < 1 || pieces > row.getPieces()) {
            throw new Problem(KernelProblem.INVALID).outside("/pieces", "range", 1, left);
        }
        if (pieces > left || wish.returned != row.getReturned()) {
            throw new Problem(MallProblem.MALL_PIECES_RETURNED)
                    .with("returned", row.getReturned())
                    .with("left", left);
        }
        return pieces;
    }

    private static void refuseWithoutReason(String why) {
        if (why.isBlank() || why.length() > LONGEST) {
            throw new Problem(KernelProblem.INVALID).at("/why", "needed", new Text("请填写原因", "say why"));
        }
    }

    private DeskOrder change(
            Brand brand, long order, String what, java.util.function.Consumer<MallOrderRecord> change) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            MallOrderRecord row = moves.locked(order);
            if (row.getBrandId() != brand.id().value()) {
                throw missing(order);
            }
            change.accept(row);
            audit.record(
                    "mall-order." + what,
                    "mall-order/" + order,
                    Map.of("brand", brand.key(), "pieces", row.getPieces(), "returned", row.getReturned()));
            return read(brand, order);
        }));
    }

    /// @throws Problem `not-found`
    public DeskOrder read(Brand brand, long order) {
        return database.selectFrom(MALL_ORDER)
                .where(MALL_ORDER.ID.eq(order))
                .and(MALL_ORDER.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(this::seen)
                .orElseThrow(() -> missing(order));
    }

    private static void refuseUnless(MallOrderRecord row, boolean fits) {
        if (!fits || MallKind.of(row.getKind()) != MallKind.GOODS) {
            throw new Problem(MallProblem.MALL_ORDER_STATE).with("state", row.getState());
        }
    }

    private static Problem missing(long order) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "mall order " + order);
    }

    /// How many orders are in which state.
    public Map<MallOrderState, Integer> count(Brand brand) {
        return database.select(MALL_ORDER.STATE, DSL.count())
                .from(MALL_ORDER)
                .where(MALL_ORDER.BRAND_ID.eq(brand.id().value()))
                .groupBy(MALL_ORDER.STATE)
                .fetchMap(row -> MallOrderState.of(row.value1()), row -> row.value2());
    }
}
