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

    private @Nullable MallAddress address(@Nullable String recipient) {
        return recipient == null ? null : json.readValue(vault.open(recipient), MallAddress.class);
    }
}
