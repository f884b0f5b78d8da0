package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member's order in the mall, of one or more pieces of one thing.
///
/// @param pieces    how many were ordered
/// @param returned  how many of them came back
/// @param points    what all of them cost
/// @param money     what is to be paid for all when they are picked up, in minor units
/// @param store     where it is picked up
/// @param address   where it is sent
/// @param coupons   the coupons that were issued, one a piece
/// @param codes     the codes that were handed out, one a piece
/// @param carrier   who brings it
/// @param parcel    the carrier's number
/// @param why       why it was cancelled or came back
/// @param givenBack whether the points of a cancelled order, or of the pieces that came back, are back
public record MallOrder(
        String number,
        String item,
        String name,
        MallKind kind,
        MallOrderState state,
        int pieces,
        int returned,
        long points,
        long money,
        @Nullable String store,
        @Nullable MallAddress address,
        List<String> coupons,
        List<String> codes,
        @Nullable String carrier,
        @Nullable String parcel,
        @Nullable Text why,
        Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant returnedAt,
        boolean givenBack) {

    public MallOrder {
        coupons = List.copyOf(coupons);
        codes = List.copyOf(codes);
    }
}
