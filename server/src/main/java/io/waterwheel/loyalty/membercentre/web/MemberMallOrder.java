package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.MallAddress;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOrder;
import io.waterwheel.loyalty.MallOrderState;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the member had from the mall, in the reader's language.
///
/// @param store  where it is picked up, by name
/// @param code   the code that was handed out
/// @param parcel the carrier's number
/// @param why    why it was cancelled or came back
@Schema(name = "MemberMallOrder")
record MemberMallOrder(
        String number,
        String name,
        MallKind kind,
        MallOrderState state,
        long points,
        long money,
        @Nullable String store,
        @Nullable MallAddress address,
        @Nullable String code,
        @Nullable String carrier,
        @Nullable String parcel,
        @Nullable String why,
        Instant placedAt) {

    static MemberMallOrder of(MallOrder order, MemberStores.Known stores, Locale locale) {
        return new MemberMallOrder(
                order.number(),
                order.name(),
                order.kind(),
                order.state(),
                order.points(),
                order.money(),
                order.store() == null ? null : stores.name(order.store()),
                order.address(),
                order.code(),
                order.carrier(),
                order.parcel(),
                order.why() == null ? null : order.why().in(locale),
                order.placedAt());
    }
}
