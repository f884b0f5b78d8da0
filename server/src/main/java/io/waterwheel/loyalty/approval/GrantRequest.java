package io.waterwheel.loyalty.approval;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.CouponTemplateId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A grant that a second person is asked about.
///
/// @param customer  who gets the points or the tier, or loses the points; null for coupons
/// @param template  of which template coupons are; null for anything else
/// @param coupons   how many that was when it was asked
/// @param tier      which tier is given, by its name today; null for anything else
/// @param until     the first instant without the tier
/// @param mayDecide whether the person who reads this may approve or refuse now
/// @param reason    why it was refused or has failed
public record GrantRequest(
        String id,
        GrantKind kind,
        @Nullable CustomerNo customer,
        @Nullable Long points,
        @Nullable String note,
        @Nullable CouponTemplateId template,
        @Nullable String templateName,
        @Nullable Long coupons,
        @Nullable String tier,
        @Nullable Instant until,
        GrantState state,
        String askedBy,
        Instant askedAt,
        boolean mayDecide,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {}
