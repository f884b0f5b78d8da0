package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static io.waterwheel.loyalty.programme.ProgrammeText.read;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnRulesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 8);
    private static final String SILVER = multiply("silver", "2", "{'type':'tier','tiers':['silver']}");

    @Test
    void aHundredAndTwentyAreSixtyTimesTwoForSilver() {
        EarnRules rules = new EarnRules(read(List.of(BASE, SILVER), TIERS), 2);
        List<Given> given = rules.order(TestOrder.of("60.99").tier(1), Room.ENDLESS);
        assertThat(given).hasSize(1);
        assertThat(given.getFirst().base()).isEqualTo(60);
        assertThat(given.getFirst().factor()).isEqualByComparingTo("2");
        assertThat(given.getFirst().multipliers()).containsExactly(1);
        assertThat(given.getFirst().points()).isEqualTo(120);
        assertThat(points(rules, TestOrder.of("60.99").tier(0))).isEqualTo(60);
        assertThat(points(rules, TestOrder.of("60.99").tier(-1))).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"down, 113, 10.99, 10", "nearest, 115, 10.50, 11", "up, 115, 10.01, 11"})
    void roundingIsExactAndAsStated(String rounding, long multiplied, String amount, long plain) {
        EarnRules rules = new EarnRules(
                read(
                        List.of(BASE, multiply("m", "1.15", "{'type':'weekdays','days':['fri']}")),
                        "'rounding':'" + rounding + "'"),
                2);
        assertThat(points(rules, TestOrder.of("100").on(DAY)))
                .as("1.15 has no exact double")
                .isEqualTo(115);
        assertThat(points(rules, TestOrder.of("99.5").on(DAY))).isEqualTo(multiplied);
        assertThat(points(rules, TestOrder.of(amount).on(DAY.plusDays(1)))).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"add, 250", "best, 200", "multiply, 300"})
    void severalMultipliersStackAsStated(String stacking, long points) {
        EarnRules rules = new EarnRules(
                read(
                        List.of(
                                BASE,
                                multiply("twice", "2", "{'type':'weekdays','days':['fri']}"),
                                multiply("half", "1.5", "{'type':'monthDays','days':[8]}")),
                        "'stacking':'" + stacking + "'"),
                2);
        assertThat(points(rules, TestOrder.of("100").on(DAY))).isEqualTo(points);
        assertThat(points(rules, TestOrder.of("100").on(DAY.plusDays(7))))
                .as("the fifteenth, a Friday")
                .isEqualTo(200);
    }

    @Test
    void ofAGroupOnlyTheBestCounts() {
        EarnRules rules = new EarnRules(
                read(List.of(
                        BASE.replace("}}", "},'group':'g'}"),
                        rule("flat", "{'type':'perOrder','points':50}", "'group':'g'"),
                        rule("twice", "{'type':'multiply','factor':2}", "'group':'m'"),
                        rule("thrice", "{'type':'multiply','factor':3}", "'group':'m'"))),
                2);
        assertThat(points(rules, TestOrder.of("40")))
                .as("forty times three is more than fifty")
                .isEqualTo(120);
        assertThat(points(rules, TestOrder.of("16")))
                .as("what is given by order is not multiplied, and more than sixteen times three")
                .isEqualTo(50);
        List<Given> given = rules.order(TestOrder.of("60"), Room.ENDLESS);
        assertThat(given).extracting(Given::rule).containsExactly(0);
        assertThat(given.getFirst().multipliers()).containsExactly(3);
        assertThat(given.getFirst().points()).isEqualTo(180);
    }

    @Test
    void whatMultipliesSomeLinesMultipliesTheirShare() {
        EarnRules rules = new EarnRules(
                read(List.of(BASE, multiply("tea", "2", "{'type':'sold','fact':'category','values':['茶']}"))), 2);
        assertThat(points(rules, TestOrder.of("100").counted(1, "25"))).isEqualTo(125);
        assertThat(points(rules, TestOrder.of("100").counted(1, "0"))).isEqualTo(100);
        assertThat(points(rules, TestOrder.of("100").counted(1, "100"))).isEqualTo(200);
    }

    @Test
    void aBirthdayOnALeapDayIsTheTwentyEighthInOtherYears() {
        LocalDate leap = LocalDate.of(2000, 2, 29);
        EarnRules rules = new EarnRules(read(List.of(BASE, multiply("b", "2", "{'type':'birthday','span':'day'}"))), 2);
        assertThat(birthday(rules, leap, "2026-02-28")).isEqualTo(200);
        assertThat(birthday(rules, leap, "2026-03-01")).isEqualTo(100);
        assertThat(birthday(rules, leap, "2028-02-28")).isEqualTo(100);
        assertThat(birthday(rules, leap, "2028-02-29")).isEqualTo(200);
        assertThat(points(rules, TestOrder.of("100").on(DAY))).as("not known").isEqualTo(100);
    }

    @Test
    void aBirthdayWeekGoesOnOverTheNewYear() {
        LocalDate newYear = LocalDate.of(1990, 1, 1);
        EarnRules rules =
                new EarnRules(read(List.of(BASE, multiply("b", "2", "{'type':'birthday','span':'week'}"))), 2);
        assertThat(birthday(rules, newYear, "2026-12-29")).isEqualTo(200);
        assertThat(birthday(rules, newYear, "2026-12-28")).isEqualTo(100);
        assertThat(birthday(rules, newYear, "2027-01-04")).isEqualTo(200);
        assertThat(birthday(rules, newYear, "2027-01-05")).isEqualTo(100);
        assertThat(birthday(rules, LocalDate.of(1990, 12, 31), "2027-01-03")).isEqualTo(200);
    }

    @Test
    void aFirstOrderIsRewardedAndAnOrderBelowTheLeastIsNot() {
        EarnRules rules = new EarnRules(
                read(List.of(rule(
                        "first",
                        "{'type':'perOrder','points':100}",
                        "'when':[{'type':'firstOrder'},{'type':'atLeast','amount':50}]"))),
                2);
        assertThat(points(rules, TestOrder.of("50").asFirst())).isEqualTo(100);
        assertThat(points(rules, TestOrder.of("49.99").asFirst())).isZero();
        assertThat(points(rules, TestOrder.of("50"))).isZero();
        assertThat(points(rules, TestOrder.of("0").asFirst())).isZero();
        assertThat(points(rules, TestOrder.of("-5").asFirst())).isZero();
    }

    @Test
    void rulesCountFromTheirFirstToTheirLastDay() {
        EarnRules rules =
                new EarnRules(read(List.of(BASE.replace("}}", "},'from':'2026-05-08','until':'2026-05-09'}"))), 2);
        assertThat(points(rules, TestOrder.of("1").on(DAY.minusDays(1)))).isZero();
        assertThat(points(rules, TestOrder.of("1").on(DAY))).isEqualTo(1);
        assertThat(points(rules, TestOrder.of("1").on(DAY.plusDays(1)))).isEqualTo(1);
        assertThat(points(rules, TestOrder.of("1").on(DAY.plusDays(2)))).isZero();
    }

    @Test
    void capsOfRuleAndProgrammeLeaveWhatIsLeft() {
        EarnRules rules = new EarnRules(
                read(
                        List.of(BASE.replace(
                                "}}", "},'caps':{'perOrder':80,'perDay':100,'perMonth':150,'budget':10000}}")),
                        "'caps':{'perMonth':140}"),
                2);
        CountedRoom room = new CountedRoom(1);
        List<Given> first = rules.order(TestOrder.of("90").on(DAY), room);
        assertThat(first.getFirst().points()).isEqualTo(80);
        assertThat(first.getFirst().full()).as("without the cap").isEqualTo(90);
        assertThat(sum(rules.order(TestOrder.of("90").on(DAY), room))).isEqualTo(20);
        assertThat(rules.order(TestOrder.of("90").on(DAY), room)).isEmpty();
        assertThat(sum(rules.order(TestOrder.of("90").on(DAY.plusDays(1)), room)))
                .as("the programme's month")
                .isEqualTo(40);
        assertThat(sum(rules.order(TestOrder.of("90").on(DAY.plusMonths(1)), room)))
                .isEqualTo(80);
    }

    @Test
    void aBudgetIsNeverOverspent() {
        EarnRules rules = new EarnRules(read(List.of(BASE.replace("}}", "},'caps':{'budget':1000}}"))), 2);
        CountedRoom room = new CountedRoom(1);
        long given = 0;
        for (int member = 0; member < 30; member++) {
            room.next();
            given += sum(rules.order(TestOrder.of("77"), room));
        }
        assertThat(given).isEqualTo(1000);
    }

    @Test
    void anAbsurdOrderGivesNoMoreThanAMemberMayHave() {
        EarnRules rules = new EarnRules(
                read(List.of(
                        rule("much", "{'type':'perAmount','points':10000000,'amount':0.01}", ""),
                        rule("more", "{'type':'multiply','factor':100}", ""))),
                2);
        assertThat(points(rules, TestOrder.ofMinor(Long.MAX_VALUE / 2))).isEqualTo(Points.MOST);
    }

    @Test
    void partialRefundsTakeBackAllOfItWithoutDrift() {
        Random random = new Random(4711);
        for (int round = 0; round < 2_000; round++) {
            long amount = 1 + random.nextInt(100_000);
            long earned = random.nextInt(5_000);
            long refunded = 0;
            long taken = 0;
            while (refunded < amount) {
                refunded += 1 + random.nextInt((int) Math.min(20_000, amount));
                long now = Refunds.take(earned, amount, refunded, taken);
                assertThat(now).as("seed 4711, round %d", round).isNotNegative();
                taken += now;
                assertThat(taken)
                        .as("seed 4711, round %d", round)
                        .isLessThanOrEqualTo(earned)
                        .isLessThanOrEqualTo(refunded >= amount ? earned : earned * refunded / amount);
            }
            assertThat(taken).as("seed 4711, round %d", round).isEqualTo(earned);
        }
        assertThat(Refunds.take(120, 6000, 3000, 0)).isEqualTo(60);
        assertThat(Refunds.take(120, 6000, 9000, 120)).as("refunded twice").isZero();
    }

    private static long birthday(EarnRules rules, LocalDate birthday, String day) {
        return points(rules, TestOrder.of("100").on(LocalDate.parse(day)).born(birthday));
    }

    private static long points(EarnRules rules, TestOrder order) {
        return sum(rules.order(order, Room.ENDLESS));
    }

    private static long sum(List<Given> given) {
        return given.stream().mapToLong(Given::points).sum();
    }
}
