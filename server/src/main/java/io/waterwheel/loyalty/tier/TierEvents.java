package io.waterwheel.loyalty.tier;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierBasis;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Writes down what the timeline is told of tiers, in the transaction of the change.
@Component
class TierEvents {

    private final MemberEvents events;

    TierEvents(MemberEvents events) {
        this.events = events;
    }

    void moved(DSLContext transaction, LiveProgramme programme, Account account, Move move) {
        String name = switch (move.kind()) {
            case UPGRADED -> EventNames.TIER_UPGRADED;
            case KEPT -> EventNames.TIER_KEPT;
            case DOWNGRADED -> EventNames.TIER_DOWNGRADED;
        };
        Tier tier = tiers(programme).get(move.to());
        write(
                transaction,
                account,
                name,
                Instant.ofEpochMilli(move.at()),
                move.from() + "-" + move.to(),
                Map.of(
                        "tier", tier.id(),
                        "tier_name", tier.name(),
                        "from", tiers(programme).get(move.from()).id()));
    }

    void near(DSLContext transaction, LiveProgramme programme, Account account, int next, long missing, Instant at) {
        Tier tier = tiers(programme).get(next);
        int digits = Objects.requireNonNull(programme.definition().tiers()).basis() == TierBasis.SPEND
                ? programme.brand().fractionDigits()
                : 0;
        write(
                transaction,
                account,
                EventNames.TIER_WITHIN_REACH,
                at,
                tier.id(),
                Map.of(
                        "tier", tier.id(),
                        "tier_name", tier.name(),
                        "missing", BigDecimal.valueOf(missing, digits)));
    }

    private static List<Tier> tiers(LiveProgramme programme) {
        return Objects.requireNonNull(programme.definition().tiers()).tiers();
    }

    private void write(
            DSLContext transaction,
            Account account,
            String name,
            Instant at,
            String what,
            Map<String, Object> properties) {
        events.write(
                transaction,
                account.brand(),
                account.customer(),
                name,
                at,
                String.join(":", "tier", account.opened().toString(), name, what, Long.toString(at.toEpochMilli())),
                properties);
    }
}
