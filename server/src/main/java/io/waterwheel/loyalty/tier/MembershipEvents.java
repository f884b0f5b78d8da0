package io.waterwheel.loyalty.tier;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import io.waterwheel.loyalty.generated.tables.records.TierGiftRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.programme.PaidPlan;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Writes down what the timeline is told of tiers that were given and of paid memberships, in the transaction of
/// the change. The row it is about names each event: of one row each happens once, whoever the member became.
@Component
class MembershipEvents {

    private final MemberEvents events;

    MembershipEvents(MemberEvents events) {
        this.events = events;
    }

    void given(DSLContext transaction, LiveProgramme programme, TierGiftRecord gift) {
        write(transaction, programme, gift, EventNames.TIER_GIVEN, gift.getGivenAt(), "");
    }

    void ended(DSLContext transaction, LiveProgramme programme, TierGiftRecord gift) {
        write(transaction, programme, gift, EventNames.TIER_GIFT_ENDED, gift.getUntilAt(), ":ended");
    }

    private void write(
            DSLContext transaction,
            LiveProgramme programme,
            TierGiftRecord gift,
            String name,
            Instant at,
            String which) {
        Map<String, Object> properties = new HashMap<>();
        putTier(properties, programme, gift.getTier());
        properties.put("until", gift.getUntilAt().toString());
        events.write(
                transaction,
                programme.brand().id(),
                new CustomerNo(gift.getCustomerNo()),
                name,
                at,
                "tier-gift:" + gift.getId() + which,
                properties);
    }

    /// @param renewed whether it begins when the one before ends
    void sold(DSLContext transaction, LiveProgramme programme, PaidMembershipRecord period, boolean renewed) {
        write(
                transaction,
                programme,
                period,
                renewed ? EventNames.MEMBERSHIP_RENEWED : EventNames.MEMBERSHIP_BOUGHT,
                period.getSoldAt(),
                Map.of("amount", major(programme, period.getPrice())));
    }

    void refunded(DSLContext transaction, LiveProgramme programme, PaidMembershipRecord period) {
        write(
                transaction,
                programme,
                period,
                EventNames.MEMBERSHIP_REFUNDED,
                period.getRefundedAt(),
                Map.of("amount", major(programme, period.getRefunded())));
    }

    /// @param days until it ends
    void ending(DSLContext transaction, LiveProgramme programme, PaidMembershipRecord period, long days, Instant at) {
        write(transaction, programme, period, EventNames.MEMBERSHIP_ENDING, at, Map.of("days", days));
    }

    void ended(DSLContext transaction, LiveProgramme programme, PaidMembershipRecord period) {
        write(transaction, programme, period, EventNames.MEMBERSHIP_ENDED, period.getUntilAt(), Map.of());
    }

    private void write(
            DSLContext transaction,
            LiveProgramme programme,
            PaidMembershipRecord period,
            String name,
            Instant at,
            Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("plan", period.getPlan());
        properties.put(
                "plan_name",
                programme
                        .definition()
                        .plan(period.getPlan())
                        .map(PaidPlan::name)
                        .orElse(period.getPlan()));
        if (period.getTier() != null) {
            putTier(properties, programme, period.getTier());
        }
        properties.put("from", period.getFromAt().toString());
        properties.put("until", period.getUntilAt().toString());
        events.write(
                transaction,
                programme.brand().id(),
                new CustomerNo(period.getCustomerNo()),
                name,
                at,
                "membership:" + period.getId() + ":" + name,
                properties);
    }

    /// By its id alone where the programme has it no more.
    private static void putTier(Map<String, Object> properties, LiveProgramme programme, String id) {
        properties.put("tier", id);
        Tier tier = programme.tier(programme.tier(id));
        if (tier != null) {
            properties.put("tier_name", tier.name());
        }
    }

    private static BigDecimal major(LiveProgramme programme, long minor) {
        return BigDecimal.valueOf(minor, programme.brand().fractionDigits());
    }
}
