package io.waterwheel.demo.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// How busy each moment is, as a clock that runs faster when people buy more: processes that are steady on this
/// clock have peaks on the wall (双11, 618, 春节, week-ends, evenings). Over the whole time both clocks run
/// equally long.
public final class Season {

    /// Asia/Shanghai has had no other offset since 1991.
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    /// First days of the lunar year; a year that is not here is taken to begin on 5 February.
    private static final Map<Integer, MonthDay> SPRING_FESTIVALS = Map.ofEntries(
            Map.entry(2022, MonthDay.of(2, 1)),
            Map.entry(2023, MonthDay.of(1, 22)),
            Map.entry(2024, MonthDay.of(2, 10)),
            Map.entry(2025, MonthDay.of(1, 29)),
            Map.entry(2026, MonthDay.of(2, 17)),
            Map.entry(2027, MonthDay.of(2, 6)),
            Map.entry(2028, MonthDay.of(1, 26)),
            Map.entry(2029, MonthDay.of(2, 13)),
            Map.entry(2030, MonthDay.of(2, 3)),
            Map.entry(2031, MonthDay.of(1, 23)),
            Map.entry(2032, MonthDay.of(2, 11)),
            Map.entry(2033, MonthDay.of(1, 31)),
            Map.entry(2034, MonthDay.of(2, 19)),
            Map.entry(2035, MonthDay.of(2, 8)));

    private final LocalDate from;
    private final double[] upTo;

    /// @param to the first day that is not part of it
    Season(LocalDate from, LocalDate to) {
        this.from = from;
        int days = (int) ChronoUnit.DAYS.between(from, to);
        this.upTo = new double[days + 1];
        for (int day = 0; day < days; day++) {
            upTo[day + 1] = upTo[day] + factor(from.plusDays(day));
        }
        double scale = days / upTo[days];
        for (int day = 0; day <= days; day++) {
            upTo[day] *= scale;
        }
    }

    /// Season days in all, as many as calendar days.
    public double length() {
        return upTo[upTo.length - 1];
    }

    /// Season days from the beginning until `at`.
    public double at(Instant at) {
        long second = at.getEpochSecond() - start(0).getEpochSecond();
        int day = (int) Math.clamp(Math.floorDiv(second, DayRhythm.SECONDS), 0, (long) upTo.length - 2);
        double within = DayRhythm.share(Math.clamp(second - day * (long) DayRhythm.SECONDS, 0, DayRhythm.SECONDS));
        return upTo[day] + (upTo[day + 1] - upTo[day]) * within;
    }

    /// The moment at which so many season days have passed; the inverse of [#at], to the second.
    Instant moment(double seasonDays) {
        int low = 0;
        int high = upTo.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (upTo[middle] <= seasonDays) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double within = (seasonDays - upTo[low]) / (upTo[low + 1] - upTo[low]);
        return start(low).plusSeconds((long) DayRhythm.second(Math.clamp(within, 0, 1)));
    }

    private Instant start(int day) {
        return from.plusDays(day).atStartOfDay().toInstant(OFFSET);
    }

    /// A quiet working day is 1.
    private static double factor(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (weekend ? 1.25 : 1) * shopping(day) * springFestival(day);
    }

    private static double shopping(LocalDate day) {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        return switch (date) {
            case 1111 -> 5;
            case 618 -> 3.6;
            case 1212 -> 1.8;
            default -> date > 1031 && date < 1111 ? 1.9 : date > 531 && date < 618 ? 1.4 : date / 100 == 7 ? 0.85 : 1;
        };
    }

    /// Presents are bought in the weeks before; during the holiday itself parcels stand still.
    private static double springFestival(LocalDate day) {
        MonthDay first = SPRING_FESTIVALS.getOrDefault(day.getYear(), MonthDay.of(2, 5));
        long daysAfter = ChronoUnit.DAYS.between(first.atYear(day.getYear()), day);
        if (daysAfter >= -21 && daysAfter < -2) {
            return 1.9;
        }
        return daysAfter >= -2 && daysAfter < 7 ? 0.45 : 1;
    }
}
