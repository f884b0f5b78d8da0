package io.waterwheel.loyalty.tier;

import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When periods that are paid by months end. What begins on the 31st ends on the 31st again, or on the last day of a
/// shorter month: months are counted from the first day of an unbroken chain of periods, so that no renewal is
/// shorter because a month before it was.
final class PaidMonths {

    private PaidMonths() {}

    /// @param from   when the period begins, at or near the anchor
    /// @param anchor the chain's day of the month
    static Instant end(Instant from, int months, int anchor, ZoneId zone) {
        ZonedDateTime end = from.atZone(zone).plusMonths(months);
        return end.withDayOfMonth(Math.min(anchor, end.toLocalDate().lengthOfMonth()))
                .toInstant();
    }

    /// The day of the month that renewals of a period keep to.
    static int anchor(PaidMembershipRecord period, ZoneId zone) {
        Short day = period.getAnchorDay();
        return day == null ? period.getFromAt().atZone(zone).getDayOfMonth() : day;
    }

    /// The day of the month of the chain as it reaches a period: of one that lasts some days it is the day it begins.
    static int anchorAtStart(PaidMembershipRecord period, ZoneId zone) {
        return period.getMonths() == null ? period.getFromAt().atZone(zone).getDayOfMonth() : anchor(period, zone);
    }
}
