package io.waterwheel.loyalty.calendar;

import io.waterwheel.kernel.CustomerNo;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Some of a brand's members, with what decides who gets what; plain. A question that no benefit asks is
/// answered with nothing.
///
/// @param tiers ids, by customer
/// @param plans ids of the paid memberships they have now
record MemberPiece(
        List<CustomerNo> members,
        Map<CustomerNo, LocalDate> birthdays,
        Map<CustomerNo, String> tiers,
        Map<CustomerNo, Set<String>> plans) {

    /// Who is due a benefit on a day.
    ///
    /// @return the first day of the period, by customer
    Map<CustomerNo, LocalDate> due(NewBenefit benefit, LocalDate day) {
        Map<CustomerNo, LocalDate> due = new LinkedHashMap<>();
        for (CustomerNo member : members) {
            LocalDate period = DuePeriod.of(benefit, birthdays.get(member), day);
            if (period != null && benefit.isFor(tiers.get(member), plans.getOrDefault(member, Set.of()))) {
                due.put(member, period);
            }
        }
        return due;
    }
}
