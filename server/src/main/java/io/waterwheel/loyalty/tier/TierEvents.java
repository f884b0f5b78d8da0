package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.TIER_EVENT;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierBasis;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes down what the timeline is told of tiers, in the transaction of the change.
@Component
class TierEvents {

    private final JsonMapper json;

    TierEvents(JsonMapper json) {
        this.json = json;
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
        transaction
                .insertInto(TIER_EVENT)
                .set(TIER_EVENT.BRAND_ID, account.brand().value())
                .set(TIER_EVENT.CUSTOMER_NO, account.customer().value())
                .set(TIER_EVENT.NAME, name)
                .set(TIER_EVENT.AT, at)
                .set(
                        TIER_EVENT.MESSAGE_ID,
                        String.join(
                                ":", "tier", account.opened().toString(), name, what, Long.toString(at.toEpochMilli())))
                .set(TIER_EVENT.PROPERTIES, JSONB.valueOf(json.writeValueAsString(properties)))
                .execute();
    }
}
