package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Who reached a tier, or paid for a membership, once more: they had the benefit, have lost since then what it is
/// for, and have it again. Whoever climbs higher has lost nothing, so that falling back is no reaching.
final class ReachedAnew {

    private ReachedAnew() {}

    /// Notes who has lost what the benefit is for, in the caller's transaction.
    ///
    /// @param due   who has what it is for now, with the period of the first time
    /// @param place a tier's place in the programme; negative where it has it no more
    /// @param today the period of every time after the first
    static Map<CustomerNo, LocalDate> due(
            DSLContext transaction,
            long rule,
            NewBenefit benefit,
            MemberPiece piece,
            Map<CustomerNo, LocalDate> due,
            ToIntFunction<String> place,
            LocalDate today,
            Instant now) {
        List<CustomerNo> lost = piece.members().stream()
                .filter(member ->
                        !due.containsKey(member) && below(benefit, piece.tiers().get(member), place))
                .toList();
        if (!lost.isEmpty()) {
            transaction
                    .update(BENEFIT_GIVEN)
                    .set(BENEFIT_GIVEN.LOST_AT, now)
                    .where(BENEFIT_GIVEN.RULE_ID.eq(rule))
                    .and(BENEFIT_GIVEN.CUSTOMER_NO.eq(MovedCustomers.any(lost)))
                    .and(BENEFIT_GIVEN.LOST_AT.isNull())
                    .execute();
        }
        if (due.isEmpty()) {
            return due;
        }
        Map<Integer, Boolean> had = new HashMap<>();
        transaction
                .select(BENEFIT_GIVEN.CUSTOMER_NO, DSL.boolAnd(BENEFIT_GIVEN.LOST_AT.isNotNull()))
                .from(BENEFIT_GIVEN)
                .where(BENEFIT_GIVEN.RULE_ID.eq(rule))
                .and(BENEFIT_GIVEN.CUSTOMER_NO.eq(MovedCustomers.any(due.keySet())))
                .groupBy(BENEFIT_GIVEN.CUSTOMER_NO)
                .forEach(row -> had.put(row.value1(), row.value2()));
        Map<CustomerNo, LocalDate> anew = new LinkedHashMap<>();
        due.forEach((member, first) -> {
            Boolean lostAll = had.get(member.value());
            if (lostAll == null || lostAll) {
                anew.put(member, lostAll == null ? first : today);
            }
        });
        return anew;
    }

    private static boolean below(NewBenefit benefit, @Nullable String tier, ToIntFunction<String> place) {
        if (benefit.plan() != null) {
            return true;
        }
        int lowest = benefit.tiers().stream()
                .mapToInt(place)
                .filter(one -> one >= 0)
                .min()
                .orElse(-1);
        return lowest >= 0 && (tier == null || place.applyAsInt(tier) < lowest);
    }
}
