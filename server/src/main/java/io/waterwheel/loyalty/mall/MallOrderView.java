package io.waterwheel.loyalty.mall;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.MallAddress;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOrder;
import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// How a row reads to its member and to the brand's people.
@Component
class MallOrderView {

    private static final Map<String, Text> WHY = Map.of(
            "points", new Text("积分不足", "Too few points"),
            "ledger", new Text("积分账户不能扣减", "The points could not be taken"),
            "coupon", new Text("优惠券已发完或已停用", "The coupon is not to be had any more"),
            "code", new Text("兑换码已发完", "No code is left"),
            "member", new Text("会员取消", "Cancelled by the member"),
            "erased", new Text("会员资料已删除", "The member's data was erased"));

    private static final Map<String, Text> OWED = Map.of(
            "absurd-amount",
            new Text("账户放不下更多积分", "The account can hold no more points"),
            "absurd-time",
            new Text("积分的有效期已过", "The points would expire at once"),
            "unknown-reference",
            new Text("账本里没有这位会员的这笔支付", "The ledger has no such payment of this member"),
            "more-than-booked",
            new Text("超过当时支付的积分", "More than was paid"),
            "key-taken",
            new Text("账本里已有同一编号的另一笔", "The ledger has something else under this key"));

    private final Vault vault;
    private final JsonMapper json;

    MallOrderView(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    MallOrder of(MallOrderRecord row) {
        String why = row.getWhy();
        return new MallOrder(
                Long.toString(row.getId()),
                Long.toString(row.getItemId()),
                row.getName(),
                MallKind.of(row.getKind()),
                MallOrderState.of(row.getState()),
                row.getPieces(),
                row.getReturned(),
                row.getPoints(),
                row.getMoney(),
                row.getStore(),
                address(row.getRecipient()),
                Stream.of(row.getCouponIds()).map(String::valueOf).toList(),
                Stream.of(row.getCodes()).map(vault::open).toList(),
                row.getCarrier(),
                row.getParcel(),
                why == null ? null : WHY.getOrDefault(why, Text.same(why)),
                row.getPlacedAt(),
                row.getPaidAt(),
                row.getFulfilledAt(),
                row.getCancelledAt(),
                row.getReturnedAt(),
                row.getGivenBack());
    }

    /// Why the points of a cancelled order, or of pieces that came back, are not back yet; null when none are owed.
    @Nullable
    Text owed(MallOrderRecord row) {
        String why = row.getOwedWhy();
        return why == null ? null : OWED.getOrDefault(why, Text.same(why));
    }

    private @Nullable MallAddress address(@Nullable String recipient) {
        return recipient == null ? null : json.readValue(vault.open(recipient), MallAddress.class);
    }
}
