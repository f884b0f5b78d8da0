package io.waterwheel.customer.profile;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.relation.Reachability;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One customer as a brand sees them.
public record CustomerProfile(
        CustomerNo customerNo,
        @Nullable String name,
        List<Attribute> attributes,
        List<MaskedIdentifier> identifiers,
        List<Touchpoint> touchpoints,
        List<Reachability> reach,
        List<Consent> consents,
        PurchaseSummary summary,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant memberSince) {

    /// @param source who said so
    /// @param at     when they said it
    /// @param over   the source that said something newer and counts less, null when none did
    /// @param others what other sources say, the better first
    public record Attribute(
            String name,
            String value,
            String source,
            Instant at,
            AttributeReason reason,
            @Nullable String over,
            List<OtherValue> others) {}

    public record OtherValue(String value, String source, Instant at) {}

    public record MaskedIdentifier(IdentifierKind kind, String masked, String source, Instant firstSeenAt) {}

    /// @param reason why it cannot be used, null while it can
    /// @param since  when it became what it is
    /// @param guide  whose friend the customer is, null for channels without guides
    public record Touchpoint(
            ChannelKind channel,
            boolean usable,
            @Nullable String reason,
            Instant since,
            @Nullable String guide) {}

    public record Consent(ChannelKind channel, String purpose, boolean granted, Instant at, String source) {}

    /// @param orders    paid orders
    /// @param netSales  gross less refunds, minor units
    public record PurchaseSummary(
            int orders,
            int refunds,
            long netSales,
            long grossSales,
            @Nullable Instant firstOrderAt,
            @Nullable Instant lastOrderAt) {}
}
