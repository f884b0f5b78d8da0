package io.waterwheel.loyalty.calendar;

import io.waterwheel.loyalty.programme.BenefitEvery;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// For which period somebody is due a benefit on a day; plain, so that the calendar and the night say the same.
final class DuePeriod {

    /// So many days after a birthday or member day its benefit is still given: to whoever told it late, or after
    /// a night without a server.
    static final int DAYS_AFTER = 3;

    /// The period of what is given once for good, and of the first time of what is given again.
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private DuePeriod() {}

    /// As the timeline tells it.
    static String word(BenefitEvery occasion) {
        return switch (occasion) {
            case ONCE, AGAIN -> "reached";
            case MONTH -> "month";
            case YEAR -> "year";
            case BIRTHDAY -> "birthday";
            case MEMBER_DAY -> "member-day";
        };
    }

    /// @return the period's first day, or null where nothing is due
    static @Nullable LocalDate of(NewBenefit benefit, @Nullable LocalDate birthday, LocalDate day) {
        return switch (benefit.occasion()) {
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case ONCE, AGAIN -> EVER;
            case MEMBER_DAY -> memberDay(Objects.requireNonNullElse(benefit.day(), 1), day);
            case BIRTHDAY -> birthday == null ? null : birthday(benefit, birthday, day);
        };
    }

    /// The period is the month. The day is never one that some month is without.
    private static @Nullable LocalDate memberDay(int on, LocalDate day) {
        LocalDate last = day.getDayOfMonth() >= on
                ? day.withDayOfMonth(on)
                : day.minusMonths(1).withDayOfMonth(on);
        return day.isAfter(last.plusDays(DAYS_AFTER)) ? null : last.withDayOfMonth(1);
    }

    /// Around new year, the birthday meant may be that of another year; it is that year's benefit.
    private static @Nullable LocalDate birthday(NewBenefit benefit, LocalDate birthday, LocalDate day) {
        for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
            LocalDate on = on(birthday, year);
            if (!day.isBefore(on.minusDays(benefit.daysBefore())) && !day.isAfter(on.plusDays(DAYS_AFTER))) {
                return on.withDayOfYear(1);
            }
        }
        return null;
    }

    /// Who was born on 29 February has it on the 28th in other years.
    static LocalDate on(LocalDate birthday, int year) {
        return birthday.withYear(year);
    }
}
