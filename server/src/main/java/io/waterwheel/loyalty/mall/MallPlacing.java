package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MallAddress;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.MallProblem;
import io.waterwheel.loyalty.MallRefusal;
import io.waterwheel.loyalty.MallWish;
import io.waterwheel.loyalty.generated.tables.records.MallItemRecord;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps pieces for somebody and writes the order down. The item's row is locked meanwhile: whoever wants the
/// same waits, so stock and limits hold however many ask at once.
@Component
class MallPlacing {

    /// When the sweep asks the ledger, if whoever ordered has not by then.
    static final Duration TAKEN_OVER_AFTER = Duration.ofSeconds(30);

    private final DSLContext database;
    private final MallBuyers buyers;
    private final Vault vault;
    private final JsonMapper json;
    private final InstantSource clock;

    MallPlacing(DSLContext database, MallBuyers buyers, Vault vault, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.buyers = buyers;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /// What became of it.
    sealed interface Placed {

        record Order(MallOrderRecord row, boolean repeated) implements Placed {}

        record Refused(MallRefusal why) implements Placed {}
    }

    /// @throws Problem `not-found`, `mall-wish-incomplete`
    @Transactional
    public Placed place(Brand brand, MallBuyers.Known buyer, MallWish wish) {
        MallItemRecord item = item(brand, wish.item());
        String key = "order/" + wish.key();
        MallOrderRecord before = database.selectFrom(MALL_ORDER)
                .where(MALL_ORDER.BRAND_ID.eq(brand.id().value()))
                .and(MALL_ORDER.KEY.eq(key))
                .fetchOne();
        if (before != null) {
            boolean same = before.getItemId().equals(item.getId())
                    && Objects.equals(before.getCustomerNo(), buyer.customer().value())
                    && before.getPieces() == wish.pieces();
            return same ? new Placed.Order(before, true) : new Placed.Refused(MallRefusal.KEY_TAKEN);
        }
        Instant now = clock.instant();
        int bought = buyers.bought(brand, buyer.customer()).getOrDefault(item.getId(), 0);
        MallRefusal why = MallAdmission.refusal(asked(item, wish.pieces()), buyer.having(bought), now);
        if (why != null) {
            return new Placed.Refused(why);
        }
        refuseIncomplete(item, wish);
        database.update(MALL_ITEM)
                .set(MALL_ITEM.SOLD, MALL_ITEM.SOLD.plus(wish.pieces()))
                .where(MALL_ITEM.ID.eq(item.getId()))
                .execute();
        MallOrderRecord row = database.newRecord(MALL_ORDER);
        row.setBrandId(brand.id().value());
        row.setItemId(item.getId());
        row.setKey(key);
        row.setOpenedNo(buyer.customer().value());
        row.setCustomerNo(buyer.customer().value());
        row.setName(item.getName());
        row.setKind(item.getKind());
        row.setPieces(wish.pieces());
        row.setPoints(item.getPoints() * wish.pieces());
        row.setMoney(item.getMoney() * wish.pieces());
        row.setState(MallOrderState.ORDERED.code());
        row.setStore(wish.store());
        row.setRecipient(sealed(wish.address()));
        row.setPlacedAt(now);
        row.setSettleAt(now.plus(TAKEN_OVER_AFTER));
        row.store();
        return new Placed.Order(row, false);
    }

    static MallAdmission.Asked asked(MallItemRecord item, int pieces) {
        return new MallAdmission.Asked(
                item.getOnShelf(),
                item.getFromAt(),
                item.getUntilAt(),
                List.of(item.getTiers()),
                item.getPerMember(),
                item.getStock() == null ? null : item.getStock() - item.getSold(),
                item.getPoints(),
                pieces);
    }

    private MallItemRecord item(Brand brand, String id) {
        return database.selectFrom(MALL_ITEM)
                .where(MALL_ITEM.ID.eq(MallIds.number(id)))
                .and(MALL_ITEM.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> MallItems.missing(id));
    }

    private static void refuseIncomplete(MallItemRecord item, MallWish wish) {
        MallAddress address = wish.address();
        Text wrong = null;
        if (MallKind.of(item.getKind()) != MallKind.GOODS) {
            wrong = address != null || wish.store() != null
                    ? new Text("该商品不需要地址或门店", "neither an address nor a store is needed")
                    : null;
        } else if ((address == null) == (wish.store() == null)) {
            wrong = new Text("请选择配送地址或自提门店之一", "choose either an address or a store");
        } else if (wish.store() != null && !List.of(item.getStores()).contains(wish.store())) {
            wrong = new Text("该门店不能自提", "it cannot be picked up in this store");
        } else if (address != null && !item.getDelivery()) {
            wrong = new Text("该商品只能到店自提", "it is not sent, only picked up");
        } else if (address != null && !whole(address)) {
            wrong = new Text("收件人、电话和地址须填写完整", "name, phone and address are all needed");
        }
        if (wrong != null) {
            throw new Problem(MallProblem.MALL_WISH_INCOMPLETE).with("why", wrong);
        }
    }

    private static boolean whole(MallAddress address) {
        return filled(address.name(), 60) && filled(address.phone(), 30) && filled(address.address(), 300);
    }

    private static boolean filled(String text, int most) {
        return !text.isBlank() && text.length() <= most;
    }

    private @Nullable String sealed(@Nullable MallAddress address) {
        return address == null ? null : vault.seal(json.writeValueAsString(address));
    }
}
