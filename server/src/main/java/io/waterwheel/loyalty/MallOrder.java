package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member's order in the mall, of one piece.
///
/// @param points    what it cost
/// @param money     what is to be paid when it is picked up, in minor units
/// @param store     where it is picked up
/// @param address   where it is sent
/// @param coupon    the coupon that was issued
/// @param code      the code that was handed out
/// @param carrier   who brings it
/// @param parcel    the carrier's number
/// @param why       why it was cancelled or came back
/// @param givenBack whether the points of a cancelled or returned order are back
public record MallOrder(
        String number,
        String item,
        String name,
        MallKind kind,
        MallOrderState state,
        long points,
        long money,
        @Nullable String store,
        @Nullable MallAddress address,
        @Nullable String coupon,
        @Nullable String code,
        @Nullable String carrier,
        @Nullable String parcel,
        @Nullable Text why,
        Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant returnedAt,
        boolean givenBack) {}
