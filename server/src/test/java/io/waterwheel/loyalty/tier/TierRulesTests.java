package io.waterwheel.loyalty.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.programme.Downgrade;
import io.waterwheel.loyalty.programme.OnRefund;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierBasis;
import io.waterwheel.loyalty.programme.TierPeriod;
import io.waterwheel.loyalty.programme.TierScheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierRulesTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final TierPeriod YEAR = new TierPeriod.Rolling(12);

    /// Member, silver from 1,000, gold from 5,000, diamond from 10,000.
    private static TierScheme scheme(TierPeriod period, Downgrade downgrade, int grace, OnRefund refund) {
        return new TierScheme(
                TierBasis.SPEND,
                period,
                downgrade,
                grace,
                refund,
                List.of(tier("member", 0), tier("silver", 1_000), tier("gold", 5_000), tier("diamond", 10_000)));
    }

    private static Tier tier(String id, int threshold) {
        return new Tier(id, id, BigDecimal.valueOf(threshold), List.of());
    }

    /// One member's life, told day by day.
    private static final class Life {

        private final ZoneId zone;
        private final TierRules rules;
        private final History history = new History();
        private final List<String> moves = new ArrayList<>();
        private Standing standing;

        Life(TierScheme scheme, ZoneId zone, String joined) {
            this.zone = zone;
            this.rules = new TierRules(scheme, zone, 2);
            this.standing = rules.join(millis(joined));
        }

        static Life rolling(Downgrade downgrade, int grace, OnRefund refund) {
            return new Life(scheme(YEAR, downgrade, grace, refund), SHANGHAI, "2025-01-10T12:00");
        }

        long millis(String at) {
            return LocalDateTime.parse(at).atZone(zone).toInstant().toEpochMilli();
        }

        Life buys(String at, int yuan) {
            until(at);
            history.add(millis(at), yuan * 100L);
            take(rules.bought(standing, history, millis(at)));
            return this;
        }

        Life gets(String at, int yuan) {
            until(at);
            history.add(millis(at), yuan * -100L);
            take(rules.refunded(standing, history, millis(at)));
            return this;
        }

        Life until(String at) {
            while (rules.reviewAt(standing) <= millis(at)) {
                take(rules.review(standing, history));
            }
            return this;
        }

        private void take(TierRules.Outcome outcome) {
            standing = outcome.standing();
            Move move = outcome.move();
            if (move != null) {
                String day = rules.day(move.at()).toString();
                moves.add(day + " " + move.kind().name().toLowerCase() + " " + move.from() + "→" + move.to());
            }
        }
    }

    @Test
    void whoReachesATierHasItAtOnceAndSeveralInOneOrder() {
        Life life = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_REVIEW)
                .buys("2025-02-01T10:00", 999)
                .buys("2025-02-02T10:00", 1)
                .buys("2025-03-01T10:00", 9_000);
        assertThat(life.moves).containsExactly("2025-02-02 upgraded 0→1", "2025-03-01 upgraded 1→3");
        assertThat(life.standing.to()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void aTierIsKeptByWhatWasDoneInItsPeriod() {
        Life life = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_REVIEW)
                .buys("2025-02-01T10:00", 5_000)
                .buys("2025-08-01T10:00", 4_998)
                .buys("2026-01-31T23:59", 1)
                .until("2026-02-01T00:00");
        assertThat(life.moves).containsExactly("2025-02-01 upgraded 0→2", "2026-02-01 kept 2→2");
        assertThat(life.standing.to()).isEqualTo(LocalDate.of(2027, 2, 1));
    }

    @Test
    void whoDoesNotKeepItGoesOneStepDownOrToWhatWasReached() {
        Life steps = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_REVIEW)
                .buys("2025-02-01T10:00", 10_000)
                .until("2028-06-01T00:00");
        assertThat(steps.moves)
                .containsExactly(
                        "2025-02-01 upgraded 0→3",
                        "2026-02-01 kept 3→3",
                        "2027-02-01 downgraded 3→2",
                        "2028-02-01 downgraded 2→1");
        Life reached = Life.rolling(Downgrade.TO_REACHED, 0, OnRefund.AT_REVIEW)
                .buys("2025-02-01T10:00", 10_000)
                .buys("2026-07-01T10:00", 1_200)
                .until("2028-06-01T00:00");
        assertThat(reached.moves)
                .containsExactly(
                        "2025-02-01 upgraded 0→3",
                        "2026-02-01 kept 3→3",
                        "2027-02-01 downgraded 3→1",
                        "2028-02-01 downgraded 1→0");
    }

    @Test
    void whatIsMissingCanStillBeDoneInTheDaysOfGrace() {
        TierPeriod calendar = new TierPeriod.Calendar(1);
        Life kept = new Life(scheme(calendar, Downgrade.ONE_STEP, 30, OnRefund.AT_REVIEW), SHANGHAI, "2025-01-10T12:00")
                .buys("2025-06-01T10:00", 5_000)
                .buys("2026-05-01T10:00", 4_900)
                .buys("2027-01-30T23:00", 100)
                .until("2027-03-01T00:00");
        assertThat(kept.moves).containsExactly("2025-06-01 upgraded 0→2", "2026-01-31 kept 2→2", "2027-01-31 kept 2→2");
        Life late = new Life(scheme(calendar, Downgrade.ONE_STEP, 30, OnRefund.AT_REVIEW), SHANGHAI, "2025-01-10T12:00")
                .buys("2025-06-01T10:00", 5_000)
                .buys("2026-05-01T10:00", 4_900)
                .buys("2027-01-31T00:00", 100)
                .until("2027-03-01T00:00");
        assertThat(late.moves).last().isEqualTo("2027-01-31 downgraded 2→1");
    }

    @Test
    void aCalendarYearCountsFromItsFirstDayOfTheBrand() {
        Life life = new Life(
                        scheme(new TierPeriod.Calendar(4), Downgrade.TO_REACHED, 0, OnRefund.AT_REVIEW),
                        SHANGHAI,
                        "2025-01-10T12:00")
                .buys("2025-03-31T23:59", 600)
                .buys("2025-04-01T00:00", 600)
                .buys("2025-04-02T00:00", 400);
        assertThat(life.moves).as("March is of the year before").containsExactly("2025-04-02 upgraded 0→1");
        life.until("2026-04-01T00:00");
        assertThat(life.moves).last().isEqualTo("2026-04-01 kept 1→1");
        life.until("2027-04-01T00:00");
        assertThat(life.moves).last().isEqualTo("2027-04-01 downgraded 1→0");
    }

    @Test
    void aDayWithTwentyThreeOrTwentyFiveHoursIsADay() {
        TierScheme day = scheme(new TierPeriod.Rolling(1), Downgrade.TO_REACHED, 0, OnRefund.AT_REVIEW);
        Life spring = new Life(day, LONDON, "2026-02-01T00:00")
                .buys("2026-02-28T09:00", 1_000)
                .until("2026-03-28T00:00")
                .buys("2026-03-29T23:30", 1_000)
                .until("2026-04-28T23:59");
        assertThat(spring.moves)
                .containsExactly("2026-02-28 upgraded 0→1", "2026-03-28 kept 1→1", "2026-04-28 kept 1→1");
        Life autumn = new Life(day, LONDON, "2026-09-01T00:00")
                .buys("2026-09-25T00:30", 1_000)
                .until("2026-10-25T00:00")
                .buys("2026-10-25T23:30", 1_000)
                .until("2026-11-25T00:00");
        assertThat(autumn.moves)
                .as("the twenty-fifth hour belongs to the new period")
                .containsExactly("2026-09-25 upgraded 0→1", "2026-10-25 kept 1→1", "2026-11-25 kept 1→1");
    }

    @Test
    void aRefundThatTakesTheTiersBaseTakesTheTier() {
        Life life = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_ONCE)
                .buys("2025-02-01T10:00", 1_500)
                .buys("2025-03-01T10:00", 4_000)
                .gets("2025-03-05T10:00", 400)
                .gets("2025-03-06T10:00", 200);
        assertThat(life.moves)
                .containsExactly("2025-02-01 upgraded 0→1", "2025-03-01 upgraded 1→2", "2025-03-06 downgraded 2→1");
        Life patient = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_REVIEW)
                .buys("2025-02-01T10:00", 5_000)
                .gets("2025-02-03T10:00", 5_000)
                .until("2026-02-01T00:00");
        assertThat(patient.moves).containsExactly("2025-02-01 upgraded 0→2", "2026-02-01 downgraded 2→1");
    }

    @Test
    void aRefundTakesNobodyBelowWhatThePeriodBeganWith() {
        Life life = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_ONCE)
                .buys("2025-02-01T10:00", 1_000)
                .buys("2026-01-20T10:00", 1_000)
                .until("2026-02-01T00:00")
                .buys("2026-05-01T10:00", 9_000)
                .gets("2026-05-02T10:00", 9_900);
        assertThat(life.moves)
                .containsExactly(
                        "2025-02-01 upgraded 0→1",
                        "2026-02-01 kept 1→1",
                        "2026-05-01 upgraded 1→3",
                        "2026-05-02 downgraded 3→1");
    }

    @Test
    void aSmallRefundLongAfterTakesNothing() {
        Life life = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_ONCE)
                .buys("2025-01-11T10:00", 4_000)
                .buys("2025-12-20T10:00", 1_500)
                .gets("2026-02-20T10:00", 100);
        assertThat(life.moves)
                .as("what counted then is no more in the window, and was not given back either")
                .containsExactly("2025-01-11 upgraded 0→1", "2025-12-20 upgraded 1→2");
    }

    @Test
    void whatIsMissingIsToldUpToTheTop() {
        Life life = Life.rolling(Downgrade.ONE_STEP, 0, OnRefund.AT_REVIEW).buys("2025-02-01T10:00", 4_200);
        assertThat(life.rules.missing(life.standing, life.history, life.millis("2025-02-02T00:00")))
                .isEqualTo(80_000);
        assertThat(life.rules.missing(life.standing, life.history, life.millis("2026-02-02T00:00")))
                .as("nothing counts any more")
                .isEqualTo(500_000);
        life.buys("2026-02-03T00:00", 10_000);
        assertThat(life.rules.missing(life.standing, life.history, life.millis("2026-02-03T00:00")))
                .isZero();
    }

    @Test
    void anOrderThatComesLateCountsAtItsTime() {
        History history = new History();
        history.add(10, 5);
        history.add(30, 7);
        history.add(20, 1);
        history.add(20, 2);
        assertThat(history.between(0, 20)).isEqualTo(5);
        assertThat(history.between(20, 30)).isEqualTo(3);
        assertThat(history.between(11, 31)).isEqualTo(10);
        assertThat(history.between(31, 99)).isZero();
    }
}
