package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.programme.BirthdaySpan;
import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeWeekday;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.When;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a rule's conditions hold, beside what it asks of lines, channel and store.
final class Conditions {

    private final ProgrammeDefinition programme;
    private final int fractionDigits;

    Conditions(ProgrammeDefinition programme, int fractionDigits) {
        this.programme = programme;
        this.fractionDigits = fractionDigits;
    }

    boolean hold(int rule, Occasion occasion) {
        EarnRule told = programme.earn().get(rule);
        if (!told.on(occasion.day())) {
            return false;
        }
        for (When when : told.when()) {
            if (!holds(when, occasion)) {
                return false;
            }
        }
        return told.segment() == null || occasion.inAudience(rule);
    }

    private boolean holds(When when, Occasion occasion) {
        LocalDate day = occasion.day();
        return switch (when) {
            case When.Sold _ -> true;
            case When.AtLeast(BigDecimal amount) -> occasion.amount() >= minor(amount, fractionDigits);
            case When.FirstOrder _ -> occasion.first();
            case When.OfTier(List<String> tiers) -> ofTier(tiers, occasion.tier());
            case When.OnWeekdays(List<ProgrammeWeekday> days) ->
                days.stream().anyMatch(one -> one.day() == day.getDayOfWeek());
            case When.OnMonthDays(List<Integer> days) -> days.contains(day.getDayOfMonth());
            case When.NearBirthday(BirthdaySpan span) -> near(span, occasion.birthday(), day);
        };
    }

    private boolean ofTier(List<String> tiers, int tier) {
        TierScheme scheme = programme.tiers();
        return scheme != null
                && tier >= 0
                && tier < scheme.tiers().size()
                && tiers.contains(scheme.tiers().get(tier).id());
    }

    static boolean near(BirthdaySpan span, @Nullable LocalDate birthday, LocalDate day) {
        if (birthday == null) {
            return false;
        }
        return switch (span) {
            case DAY -> in(birthday, day.getYear()).equals(day);
            case MONTH -> birthday.getMonth() == day.getMonth();
            // Around new year the nearest may be that of the year before or after.
            case WEEK ->
                Math.abs(day.toEpochDay() - in(birthday, day.getYear()).toEpochDay()) <= 3
                        || Math.abs(day.toEpochDay()
                                        - in(birthday, day.getYear() - 1).toEpochDay())
                                <= 3
                        || Math.abs(day.toEpochDay()
                                        - in(birthday, day.getYear() + 1).toEpochDay())
                                <= 3;
        };
    }

    /// 29 February is the 28th in years without it.
    private static LocalDate in(LocalDate birthday, int year) {
        return birthday.withYear(year);
    }

    static long minor(BigDecimal major, int fractionDigits) {
        return major.movePointRight(fractionDigits)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
