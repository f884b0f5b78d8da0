package io.waterwheel.loyalty.mall;

import io.waterwheel.loyalty.MallRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether somebody may have something now; plain, so that the shelf and the order say the same.
final class MallAdmission {

    private MallAdmission() {}

    /// What is asked of the thing.
    ///
    /// @param points what one piece costs
    /// @param pieces how many are wanted
    record Asked(
            boolean onShelf,
            @Nullable Instant from,
            @Nullable Instant until,
            List<String> tiers,
            @Nullable Integer perMember,
            @Nullable Integer left,
            long points,
            int pieces) {}

    /// What is known of the member.
    ///
    /// @param tier   the id of theirs
    /// @param bought how many they have or had
    record Buyer(boolean member, @Nullable String tier, int bought, long points) {}

    /// The first that stands in the way, what cannot be helped first.
    static @Nullable MallRefusal refusal(Asked asked, Buyer buyer, Instant now) {
        if (!asked.onShelf) {
            return MallRefusal.OFF_SHELF;
        }
        if (asked.until != null && !now.isBefore(asked.until)) {
            return MallRefusal.OVER;
        }
        if (!buyer.member) {
            return MallRefusal.NOT_A_MEMBER;
        }
        if (!asked.tiers.isEmpty() && (buyer.tier == null || !asked.tiers.contains(buyer.tier))) {
            return MallRefusal.TIER;
        }
        if (asked.left != null && asked.left < asked.pieces) {
            return asked.left <= 0 ? MallRefusal.SOLD_OUT : MallRefusal.TOO_FEW_LEFT;
        }
        if (asked.perMember != null && buyer.bought + asked.pieces > asked.perMember) {
            return buyer.bought >= asked.perMember ? MallRefusal.LIMIT_REACHED : MallRefusal.OVER_LIMIT;
        }
        if (asked.from != null && now.isBefore(asked.from)) {
            return MallRefusal.NOT_YET;
        }
        return buyer.points < asked.points * asked.pieces ? MallRefusal.POINTS : null;
    }
}
