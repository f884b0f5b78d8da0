package io.waterwheel.loyalty.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.BirthdaySpan;
import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeText;
import io.waterwheel.loyalty.reward.Reward;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuePeriodTests {

    private static final LocalDate LEAP = LocalDate.of(2000, 2, 29);

    private static NewBenefit benefit(BenefitEvery occasion, int daysBefore) {
        return new NewBenefit("x", occasion, List.of(), null, daysBefore, 28, null, new Reward.OfPoints(1));
    }

    @Test
    void aBirthdayIsDueFromSomeDaysBeforeUntilThreeDaysAfter() {
        NewBenefit week = benefit(BenefitEvery.BIRTHDAY, 7);
        LocalDate born = LocalDate.of(1990, 6, 15);
        LocalDate period = LocalDate.of(2026, 1, 1);
        assertThat(DuePeriod.of(week, born, LocalDate.of(2026, 6, 7))).isNull();
        assertThat(DuePeriod.of(week, born, LocalDate.of(2026, 6, 8))).isEqualTo(period);
        assertThat(DuePeriod.of(week, born, LocalDate.of(2026, 6, 18))).isEqualTo(period);
        assertThat(DuePeriod.of(week, born, LocalDate.of(2026, 6, 19))).isNull();
        assertThat(DuePeriod.of(week, null, LocalDate.of(2026, 6, 15))).isNull();
    }

    @Test
    void aBirthdayAtNewYearIsThatOfItsOwnYear() {
        NewBenefit week = benefit(BenefitEvery.BIRTHDAY, 7);
        LocalDate born = LocalDate.of(1990, 1, 2);
        assertThat(DuePeriod.of(week, born, LocalDate.of(2026, 12, 28))).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(DuePeriod.of(week, born, LocalDate.of(2027, 1, 3))).isEqualTo(LocalDate.of(2027, 1, 1));
        LocalDate eve = LocalDate.of(1990, 12, 31);
        assertThat(DuePeriod.of(week, eve, LocalDate.of(2027, 1, 2))).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void whoWasBornOnALeapDayHasABirthdayEveryYear() {
        NewBenefit day = benefit(BenefitEvery.BIRTHDAY, 0);
        assertThat(DuePeriod.of(day, LEAP, LocalDate.of(2027, 2, 27))).isNull();
        assertThat(DuePeriod.of(day, LEAP, LocalDate.of(2027, 2, 28))).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(DuePeriod.of(day, LEAP, LocalDate.of(2028, 2, 28))).isNull();
        assertThat(DuePeriod.of(day, LEAP, LocalDate.of(2028, 2, 29))).isEqualTo(LocalDate.of(2028, 1, 1));
    }

    @Test
    void monthsAndYearsBeginOnTheirFirstDayAndATierIsReachedOnce() {
        LocalDate day = LocalDate.of(2026, 11, 27);
        assertThat(DuePeriod.of(benefit(BenefitEvery.MONTH, 0), null, day)).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(DuePeriod.of(benefit(BenefitEvery.YEAR, 0), null, day)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(DuePeriod.of(benefit(BenefitEvery.ONCE, 0), null, day))
                .isEqualTo(DuePeriod.of(benefit(BenefitEvery.ONCE, 0), null, day.plusYears(2)));
    }

    @Test
    void aMemberDayIsDueOnItsDayAndThreeDaysAfterForItsOwnMonth() {
        NewBenefit last = benefit(BenefitEvery.MEMBER_DAY, 0);
        assertThat(DuePeriod.of(last, null, LocalDate.of(2027, 2, 27))).isNull();
        assertThat(DuePeriod.of(last, null, LocalDate.of(2027, 2, 28))).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(DuePeriod.of(last, null, LocalDate.of(2027, 3, 3))).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(DuePeriod.of(last, null, LocalDate.of(2027, 3, 4))).isNull();
    }

    @Test
    void theCalendarShowsDaysOnWhichARuleHoldsAndLeavesOutWhatAlwaysDoes() {
        ProgrammeDefinition programme = ProgrammeText.read(
                List.of(
                        ProgrammeText.BASE,
                        ProgrammeText.multiply("eighth", "2", "{'type':'monthDays','days':[8,18,31]}"),
                        ProgrammeText.multiply("birthday", "3", "{'type':'birthday','span':'week'}"),
                        ProgrammeText.multiply(
                                "gold", "2", "{'type':'tier','tiers':['gold']},{'type':'weekdays','days':['fri']}")),
                ProgrammeText.TIERS);
        YearMonth november = YearMonth.of(2026, 11);
        assertThat(RuleDays.of(rule(programme, 0), november, null)).isEmpty();
        assertThat(RuleDays.of(rule(programme, 1), november, null).orElseThrow().days())
                .containsExactly(november.atDay(8), november.atDay(18));
        assertThat(RuleDays.of(rule(programme, 2), november, null).orElseThrow().days())
                .isEmpty();
        RuleDays.Member silver = new RuleDays.Member("silver", LocalDate.of(1990, 12, 1));
        assertThat(RuleDays.of(rule(programme, 2), november, silver)
                        .orElseThrow()
                        .days())
                .containsExactly(november.atDay(28), november.atDay(29), november.atDay(30));
        assertThat(RuleDays.of(rule(programme, 3), november, silver)).isEmpty();
        assertThat(RuleDays.of(rule(programme, 3), november, null).orElseThrow().days())
                .hasSize(4);
        assertThat(RuleDays.near(BirthdaySpan.WEEK, LocalDate.of(1990, 12, 31), LocalDate.of(2027, 1, 2)))
                .isTrue();
    }

    private static EarnRule rule(ProgrammeDefinition programme, int place) {
        return programme.earn().get(place);
    }
}
