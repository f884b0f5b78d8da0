package io.waterwheel.loyalty.points.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One month of a brand's points.
///
/// @param month      its first day
/// @param issued     earned, less what was taken back
/// @param opened     brought from the system before
/// @param spent      by all payees, less what was given back
/// @param expired    lost unspent
/// @param adjusted   deducted by people
/// @param forgiven   borne by the brand
/// @param liability  what members have at its end, less what they owe
/// @param redemption spent, as a share of what was spent or expired until then; null when nothing was
/// @param breakage   expired, as a share of the same
public record PointsMonth(
        LocalDate month,
        long issued,
        long opened,
        long spent,
        long expired,
        long adjusted,
        long forgiven,
        long liability,
        @Nullable Double redemption,
        @Nullable Double breakage) {}
