package io.waterwheel.customer;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer is to a brand.
///
/// @param memberSince null when not a member
/// @param wecom       reachable: bound, not deleted, consent not withdrawn
/// @param email       reachable: known, not bounced, consent granted
/// @param sms         reachable: a phone number is known that no message came back from, and consent granted
public record RelationFacts(
        BrandId brand,
        CustomerNo customer,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant memberSince,
        TouchpointFacts wecom,
        TouchpointFacts email,
        TouchpointFacts sms) {}
