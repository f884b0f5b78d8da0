package io.waterwheel.kernel.event;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An event on the timeline.
///
/// @param position its place in commit order, without gaps from 1
/// @param writtenUnder the number it stands under for good: that of the identifier which named the customer best
/// @param customer whom it is about, as known when it was read or written; null for an anonymous sale
/// @param at       when it happened
/// @param receivedAt when it was written
/// @param identifiedBy by which kinds of identifier the sender named the customer
public record LoggedEvent(
        long position,
        BrandId brand,
        @Nullable CustomerNo writtenUnder,
        @Nullable CustomerNo customer,
        String name,
        Instant at,
        Instant receivedAt,
        String source,
        String messageId,
        Set<IdentifierKind> identifiedBy,
        String properties) {}
