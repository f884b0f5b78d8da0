package io.waterwheel.loyalty.calendar;

import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.BenefitCalendar.Entry;
import io.waterwheel.loyalty.BenefitCalendar.Kind;
import io.waterwheel.loyalty.programme.BirthdaySpan;
import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.Grant;
import io.waterwheel.loyalty.programme.When;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// On which days of a month a rule of the programme holds; plain. Rules that hold every day are no news and
/// left out.
final class RuleDays {

    private RuleDays() {}

    /// Who it is for.
    ///
    /// @param tier     the id of theirs
    /// @param birthday null where it is not known
    record Member(@Nullable String tier, @Nullable LocalDate birthday) {}

    /// @param member null for everybody
    static Optional<Entry> of(EarnRule rule, YearMonth month, @Nullable Member member) {
        boolean repeats = rule.when().stream()
                .anyMatch(when -> when instanceof When.OnWeekdays || when instanceof When.OnMonthDays);
        boolean birthday = rule.when().stream().anyMatch(When.NearBirthday.class::isInstance);
        boolean bounded = rule.from() != null || rule.until() != null;
        if (!repeats && !birthday && !bounded || member != null && !forTier(rule, member)) {
            return Optional.empty();
        }
        List<LocalDate> days = MonthDays.where(month, day -> rule.on(day) && holds(rule, day, member));
        boolean someday =
                birthday && member == null && !MonthDays.where(month, rule::on).isEmpty();
        if (days.isEmpty() && !someday) {
            return Optional.empty();
        }
        Kind kind = birthday ? Kind.BIRTHDAY : repeats ? Kind.MEMBER_DAY : Kind.RULE;
        return Optional.of(new Entry(kind, rule.id(), rule.name(), words(rule.grant()), someday ? List.of() : days));
    }

    private static boolean forTier(EarnRule rule, Member member) {
        return rule.when().stream()
                .allMatch(when -> !(when instanceof When.OfTier(List<String> tiers))
                        || member.tier != null && tiers.contains(member.tier));
    }

    private static boolean holds(EarnRule rule, LocalDate day, @Nullable Member member) {
        return rule.when().stream().allMatch(when -> switch (when) {
            case When.OnWeekdays(var days) -> days.stream().anyMatch(one -> one.day() == day.getDayOfWeek());
            case When.OnMonthDays(List<Integer> days) -> days.contains(day.getDayOfMonth());
            case When.NearBirthday(BirthdaySpan span) -> member != null && near(span, member.birthday, day);
            case When.Sold _, When.AtLeast _, When.FirstOrder _, When.OfTier _ -> true;
        });
    }

    static boolean near(BirthdaySpan span, @Nullable LocalDate birthday, LocalDate day) {
        if (birthday == null) {
            return false;
        }
        return switch (span) {
            case DAY -> DuePeriod.on(birthday, day.getYear()).equals(day);
            case MONTH -> birthday.getMonth() == day.getMonth();
            case WEEK -> {
                boolean close = false;
                // Around new year the nearest may be that of the year before or after.
                for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
                    close |= Math.abs(day.toEpochDay()
                                    - DuePeriod.on(birthday, year).toEpochDay())
                            <= 3;
                }
                yield close;
            }
        };
    }

    private static Text words(Grant grant) {
        return switch (grant) {
            case Grant.Multiply(BigDecimal factor) ->
                new Text(factor.toPlainString() + " 倍积分", factor.toPlainString() + " times the points");
            case Grant.PerOrder(long points) -> new Text("每单 " + points + " 积分", points + " points an order");
            case Grant.PerAmount(long points, BigDecimal amount) ->
                new Text(
                        "每消费 %s 得 %d 积分".formatted(amount.toPlainString(), points),
                        "%d points for each %s".formatted(points, amount.toPlainString()));
            case Grant.OnEvent(var _, long points, boolean _) -> new Text(points + " 积分", points + " points");
        };
    }
}
