package io.waterwheel.customer;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer is to a brand.
///
/// @param memberSince null when not a member
/// @param wecom       a WeCom friend whom marketing may reach: bound, not deleted, consent not withdrawn
/// @param email       an e-mail address marketing may reach: known, not bounced, consent granted
public record RelationFacts(
        BrandId brand,
        CustomerNo customer,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant memberSince,
        boolean wecom,
        boolean email) {}
