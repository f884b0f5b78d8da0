package io.waterwheel.touch.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message or broadcast as it concerned one customer.
///
/// @param id         the broadcast's number, or the message's key
/// @param name       the broadcast's, or the template's
/// @param at         when it was planned or asked for
/// @param state      pending, sent, delivered, failed, unknown, cancelled, holdout, suppressed, withdrawn or
///                   expired
/// @param reason     a code such as `no-consent`; null when nothing needs a reason
/// @param words      the reason in the caller's language
/// @param waitsUntil of one that waits: not before then
public record CustomerMessage(
        Kind kind,
        String id,
        String name,
        ChannelKind channel,
        Purpose purpose,
        Instant at,
        String state,
        @Nullable String reason,
        @Nullable String words,
        @Nullable Instant waitsUntil,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant clickedAt) {

    @Schema(name = "CustomerMessageKind")
    public enum Kind {
        @JsonProperty("broadcast")
        BROADCAST,
        @JsonProperty("message")
        MESSAGE
    }
}
