package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.touch.broadcast.BroadcastRow;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/// What calls are made for: one broadcast, or a brand's single messages by one channel. Everything from the
/// call on is the same for both.
///
/// @param broadcast which one; null: single messages
public record Errand(
        BrandId brand, ChannelKind channel, @Nullable Long broadcast) {

    static Errand of(BroadcastRow broadcast) {
        return new Errand(broadcast.brand(), broadcast.channel(), broadcast.id());
    }

    /// Whom its calls concern.
    People people() {
        return broadcast == null ? People.MESSAGES : People.RECIPIENTS;
    }

    /// The condition that finds its calls.
    Condition calls() {
        return broadcast == null
                ? DISPATCH.BROADCAST_ID
                        .isNull()
                        .and(DISPATCH.BRAND_ID.eq(brand.value()))
                        .and(DISPATCH.CHANNEL.eq(channel.code()))
                : DISPATCH.BROADCAST_ID.eq(broadcast);
    }
}
