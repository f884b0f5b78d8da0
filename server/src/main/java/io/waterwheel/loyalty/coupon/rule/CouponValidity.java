package io.waterwheel.loyalty.coupon.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When a coupon may be redeemed: either between fixed dates, or for a number of days from the day it was
/// issued; on some days of the week and at some hours. Days and hours are the brand's.
///
/// @param from       the first day, where dates are fixed
/// @param until      the last day, where dates are fixed
/// @param days       how many days, the first counted; where dates are not fixed
/// @param afterDays  how many days after the issue it begins, 0 for at once
/// @param weekdays   empty for every day
/// @param hoursFrom  the time of day it begins, null for midnight
/// @param hoursUntil the time of day it ends, null for midnight; earlier than `hoursFrom` goes past midnight
public record CouponValidity(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer days,
        int afterDays,
        Set<DayOfWeek> weekdays,
        @Nullable LocalTime hoursFrom,
        @Nullable LocalTime hoursUntil) {

    public static CouponValidity days(int days) {
        return new CouponValidity(null, null, days, 0, Set.of(), null, null);
    }

    public static CouponValidity between(LocalDate from, LocalDate until) {
        return new CouponValidity(from, until, null, 0, Set.of(), null, null);
    }

    /// A coupon's own time: from an instant, and not any more at another.
    public record Period(Instant from, Instant until) {}

    /// The time of a coupon that is issued now. It ends with a day of the brand, at midnight.
    public Period period(Instant issued, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(issued, zone);
        if (days != null) {
            LocalDate first = today.plusDays(afterDays);
            Instant begins = afterDays == 0 ? issued : first.atStartOfDay(zone).toInstant();
            return new Period(begins, first.plusDays(days).atStartOfDay(zone).toInstant());
        }
        LocalDate first = from == null ? today : from;
        LocalDate last = until == null ? today : until;
        Instant begins = first.atStartOfDay(zone).toInstant();
        return new Period(begins, last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// Whether the day of the week and the time of day allow it. Hours that go past midnight belong to the
    /// day on which they begin.
    public boolean allows(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        LocalTime begin = hoursFrom == null ? LocalTime.MIDNIGHT : hoursFrom;
        LocalTime end = hoursUntil == null ? LocalTime.MIDNIGHT : hoursUntil;
        DayOfWeek today = local.getDayOfWeek();
        if (begin.isBefore(end)) {
            return allows(today) && !time.isBefore(begin) && time.isBefore(end);
        }
        return allows(today) && !time.isBefore(begin) || allows(today.minus(1)) && time.isBefore(end);
    }

    private boolean allows(DayOfWeek day) {
        return weekdays.isEmpty() || weekdays.contains(day);
    }
}
