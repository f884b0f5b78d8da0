package io.waterwheel.loyalty.calendar;

import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.BenefitCalendar.Entry;
import io.waterwheel.loyalty.BenefitCalendar.Kind;
import io.waterwheel.loyalty.programme.BenefitEvery;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// On which days of a month a benefit is given; plain.
final class BenefitDays {

    private BenefitDays() {}

    /// @param on     of the member day: the day of the month
    /// @param member null for everybody
    /// @return no days where it depends on the member, nothing where it is not in this month
    static Optional<List<LocalDate>> of(
            BenefitEvery every, @Nullable Integer on, YearMonth month, RuleDays.@Nullable Member member) {
        return switch (every) {
            case MONTH -> Optional.of(List.of(month.atDay(1)));
            case MEMBER_DAY -> Optional.of(List.of(month.atDay(Objects.requireNonNullElse(on, 1))));
            case YEAR -> month.getMonthValue() == 1 ? Optional.of(List.of(month.atDay(1))) : Optional.empty();
            case ONCE, AGAIN -> Optional.empty();
            case BIRTHDAY -> member == null ? Optional.of(List.of()) : birthday(month, member.birthday());
        };
    }

    private static Optional<List<LocalDate>> birthday(YearMonth month, @Nullable LocalDate birthday) {
        return Optional.ofNullable(birthday)
                .map(born -> DuePeriod.on(born, month.getYear()))
                .filter(day -> YearMonth.from(day).equals(month))
                .map(List::of);
    }

    static Entry entry(BenefitEvery every, String id, String name, Text words, List<LocalDate> days) {
        return new Entry(every == BenefitEvery.BIRTHDAY ? Kind.BIRTHDAY : Kind.BENEFIT, id, name, words, days);
    }
}
