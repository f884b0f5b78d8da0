package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.MallAddress;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallOrder;
import io.waterwheel.loyalty.MallOrderState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the member had from the mall, in the reader's language.
///
/// @param store    where it is picked up, by name
/// @param pieces   how many were ordered
/// @param returned how many of them came back
/// @param points   what all of them cost
/// @param codes    the codes that were handed out, one a piece
/// @param parcel   the carrier's number
/// @param why      why it was cancelled or came back
@Schema(name = "MemberMallOrder")
record MemberMallOrder(
        String number,
        String name,
        MallKind kind,
        MallOrderState state,
        int pieces,
        int returned,
        long points,
        long money,
        @Nullable String store,
        @Nullable MallAddress address,
        List<String> codes,
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
                order.pieces(),
                order.returned(),
                order.points(),
                order.money(),
                order.store() == null ? null : stores.name(order.store()),
                order.address(),
                order.codes(),
                order.carrier(),
                order.parcel(),
                order.why() == null ? null : order.why().in(locale),
                order.placedAt());
    }
}
