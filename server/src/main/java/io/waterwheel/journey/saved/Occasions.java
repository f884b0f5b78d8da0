package io.waterwheel.journey.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.language.LocalClock;
import io.waterwheel.journey.language.OnDay;
import io.waterwheel.journey.language.OnEvent;
import io.waterwheel.journey.language.OnRequest;
import io.waterwheel.journey.language.OnSchedule;
import io.waterwheel.journey.language.OnSegment;
import io.waterwheel.journey.language.Trigger;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When triggers let people in by themselves, and whom.
public final class Occasions {

    private static final int FIRST_YEAR = 1900;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final MonthDay BEFORE_LEAP_DAY = MonthDay.of(2, 28);

    private Occasions() {}

    /// The first time after `now`; null when it never does.
    public static @Nullable Instant next(Trigger trigger, Instant now, Brand brand) {
        return switch (trigger) {
            case OnSchedule schedule -> schedule.next(now, brand.zone());
            case OnDay day -> LocalClock.next(now, day.time(), List.of(), brand.zone());
            case OnEvent _, OnSegment _, OnRequest _ -> null;
        };
    }

    /// Whose day is as far away from `today` as the trigger says. Who was born on 29 February has their day on
    /// the 28th in other years. The day itself is no anniversary.
    public static Condition who(OnDay trigger, LocalDate today) {
        LocalDate day = today.plusDays(trigger.daysBefore());
        if (!trigger.everyYear()) {
            return new AttributeCondition(trigger.attribute(), Operator.IN, List.of(day.toString()));
        }
        List<String> days = new ArrayList<>();
        for (int year = FIRST_YEAR; year < day.getYear(); year++) {
            MonthDay inYear = MonthDay.from(day);
            if (inYear.isValidYear(year)) {
                days.add(inYear.atYear(year).toString());
            }
            if (inYear.equals(BEFORE_LEAP_DAY) && !Year.isLeap(day.getYear()) && LEAP_DAY.isValidYear(year)) {
                days.add(LEAP_DAY.atYear(year).toString());
            }
        }
        return new AttributeCondition(trigger.attribute(), Operator.IN, days);
    }
}
