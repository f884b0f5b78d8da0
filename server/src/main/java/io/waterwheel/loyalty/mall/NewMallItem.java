package io.waterwheel.loyalty.mall;

import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.MallKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something for the mall as a person writes it.
///
/// @param picture   its https address
/// @param money     what is paid beside when it is picked up, in minor units
/// @param template  of a coupon: which
/// @param delivery  of goods: whether they may be sent
/// @param stores    of goods: where they may be picked up
/// @param stock     how many may ever be sold; null for any number. Of codes: null, it is how many there are
/// @param perMember how many one member may have; null for any number
/// @param tiers     ids of the tiers that may buy; empty for all
public record NewMallItem(
        String name,
        String description,
        @Nullable String picture,
        MallKind kind,
        long points,
        long money,
        @Nullable CouponTemplateId template,
        boolean delivery,
        List<String> stores,
        @Nullable Integer stock,
        @Nullable Integer perMember,
        List<String> tiers,
        @Nullable Instant from,
        @Nullable Instant until) {

    public NewMallItem {
        stores = List.copyOf(stores);
        tiers = List.copyOf(tiers);
    }
}
