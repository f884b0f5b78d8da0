package io.waterwheel.loyalty.coupon.rule;

import static io.waterwheel.loyalty.coupon.rule.CouponSamples.NOON;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.OPEN;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.SHANGHAI;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.basket;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.line;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.terms;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.when;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouponRulesTests {

    private static final CouponTerms TWENTY = terms(new Benefit.AmountOff(2_000));

    private static Judgement judge(CouponTerms terms, Basket basket) {
        return CouponRules.judge(terms, OPEN, basket, NOON, SHANGHAI);
    }

    private static Discount off(CouponTerms terms, Basket basket) {
        return ((Judgement.Usable) judge(terms, basket)).discount();
    }

    @Test
    void anAmountIsSpreadOverTheLinesByWhatTheyCost() {
        Discount off = off(TWENTY, basket(line("1", "a", 1, 10_000), line("2", "b", 3, 30_000)));
        assertThat(off.lines()).isEqualTo(Map.of("1", 500L, "2", 1_500L));
        assertThat(off.amount()).isEqualTo(2_000);
    }

    @Test
    void anAmountNeverTakesOffMoreThanTheGoodsCost() {
        assertThat(off(TWENTY, basket(line("1", "a", 1, 1_999))).amount()).isEqualTo(1_999);
    }

    @Test
    void thirdsOfAFenAreNeitherLostNorInvented() {
        Discount off = off(
                terms(new Benefit.AmountOff(100)),
                basket(line("1", "a", 1, 5_000), line("2", "b", 1, 5_000), line("3", "c", 1, 5_000)));
        assertThat(off.lines()).isEqualTo(Map.of("1", 33L, "2", 33L, "3", 34L));
    }

    @Test
    void aShareIsRoundedDownAndEndsAtItsMost() {
        assertThat(off(terms(new Benefit.PercentOff(15, null)), basket(line("1", "a", 1, 9_999)))
                        .amount())
                .isEqualTo(1_499);
        assertThat(off(terms(new Benefit.PercentOff(15, 1_000L)), basket(line("1", "a", 1, 9_999)))
                        .amount())
                .isEqualTo(1_000);
    }

    @Test
    void aGiftTakesNothingOff() {
        Discount off = off(terms(new Benefit.Gift("cup", 800)), basket(line("1", "a", 1, 100)));
        assertThat(off.amount()).isZero();
        assertThat(off.gift()).isEqualTo("cup");
    }

    @Test
    void oneOfThePiecesIsExchangedAndTheDearestIsChosen() {
        CouponTerms tea = terms(new Benefit.Exchange("a", 100, 5_000));
        Basket basket = basket(line("1", "a", 2, 4_000), line("2", "a", 1, 3_000), line("3", "b", 1, 9_000));
        assertThat(off(tea, basket).lines()).isEqualTo(Map.of("2", 2_900L));
        assertThat(judge(tea, basket(line("1", "b", 1, 9_000)))).isEqualTo(new Judgement.NothingEligible());
    }

    @Test
    void shippingIsTakenOffShippingAlone() {
        CouponTerms free = terms(new Benefit.ShippingOff(1_000));
        Basket sent = new Basket(null, "mini-program", 1_200, List.of(line("1", "a", 1, 100)));
        assertThat(off(free, sent)).isEqualTo(new Discount(Map.of(), 1_000, null));
        assertThat(judge(free, basket(line("1", "a", 1, 100)))).isEqualTo(new Judgement.NothingEligible());
    }

    @Test
    void whatIsMissingToTheThresholdIsSaid() {
        CouponTerms from100 = terms(new Benefit.AmountOff(2_000), 10_000, CouponStacking.ALONE);
        assertThat(judge(from100, basket(line("1", "a", 1, 9_999)))).isEqualTo(new Judgement.BelowThreshold(1, 0));
        assertThat(judge(from100, basket(line("1", "a", 1, 10_000)))).isInstanceOf(Judgement.Usable.class);
    }

    @Test
    void onlyGoodsACouponIsForCountAndAreMadeCheaper() {
        CouponScope scope =
                new CouponScope(List.of("a"), List.of("cups"), List.of("a2"), List.of("sale"), List.of(), List.of());
        CouponTerms terms = within(terms(new Benefit.AmountOff(2_000), 5_000, CouponStacking.ALONE), scope);
        Basket basket = basket(
                new BasketLine("1", "a", "tea", 1, 3_000),
                new BasketLine("2", "x", "cups", 1, 2_000),
                new BasketLine("3", "a", "sale", 1, 9_000),
                new BasketLine("4", "a2", "cups", 1, 9_000),
                new BasketLine("5", "y", "tea", 1, 9_000));
        assertThat(off(terms, basket).lines()).isEqualTo(Map.of("1", 1_200L, "2", 800L));
    }

    @Test
    void anotherStoreOrChannelIsRefused() {
        CouponScope scope = new CouponScope(
                List.of(), List.of(), List.of(), List.of(), List.of("s2"), List.of("store", "mini-program"));
        CouponTerms terms = within(TWENTY, scope);
        BasketLine tea = line("1", "a", 1, 5_000);
        assertThat(judge(terms, new Basket("s1", "store", 0, List.of(tea)))).isEqualTo(new Judgement.WrongStore());
        assertThat(judge(terms, new Basket(null, "store", 0, List.of(tea)))).isEqualTo(new Judgement.WrongStore());
        assertThat(judge(terms, new Basket("s2", "tmall", 0, List.of(tea)))).isEqualTo(new Judgement.WrongChannel());
        assertThat(judge(terms, new Basket("s2", "store", 0, List.of(tea)))).isInstanceOf(Judgement.Usable.class);
    }

    @Test
    void aCouponBeginsAndEndsToTheInstant() {
        Basket basket = basket(line("1", "a", 1, 5_000));
        assertThat(CouponRules.judge(TWENTY, OPEN, basket, OPEN.from(), SHANGHAI))
                .isInstanceOf(Judgement.Usable.class);
        assertThat(CouponRules.judge(TWENTY, OPEN, basket, OPEN.from().minusNanos(1), SHANGHAI))
                .isEqualTo(new Judgement.NotYet(OPEN.from()));
        assertThat(CouponRules.judge(TWENTY, OPEN, basket, OPEN.until(), SHANGHAI))
                .isEqualTo(new Judgement.Expired(OPEN.until()));
    }

    @Test
    void daysAreCountedFromTheDayOfIssueInTheBrandsZone() {
        Instant lateEvening = Instant.parse("2026-11-25T15:59:59Z");
        assertThat(CouponValidity.days(1).period(lateEvening, SHANGHAI))
                .isEqualTo(new CouponValidity.Period(lateEvening, Instant.parse("2026-11-25T16:00:00Z")));
        assertThat(CouponValidity.days(7)
                        .period(lateEvening.plusSeconds(1), SHANGHAI)
                        .until())
                .isEqualTo(Instant.parse("2026-12-02T16:00:00Z"));
        CouponValidity tomorrow = new CouponValidity(null, null, 1, 1, Set.of(), null, null);
        assertThat(tomorrow.period(lateEvening, SHANGHAI).from()).isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
    }

    @Test
    void fixedDatesAreWholeDaysAlsoWhenTheClocksChange() {
        CouponValidity day = CouponValidity.between(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 25));
        CouponValidity.Period period = day.period(NOON, ZoneId.of("Europe/Paris"));
        assertThat(period.from()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
        assertThat(period.until()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void weekdaysAndHoursAreTheBrands() {
        // Noon of the 25th of November 2026 in Shanghai is a Wednesday.
        Basket basket = basket(line("1", "a", 1, 5_000));
        assertThat(judge(when(TWENTY, weekly(Set.of(DayOfWeek.WEDNESDAY), null, null)), basket))
                .isInstanceOf(Judgement.Usable.class);
        assertThat(judge(when(TWENTY, weekly(Set.of(DayOfWeek.THURSDAY), null, null)), basket))
                .isEqualTo(new Judgement.NotNow());
        assertThat(judge(when(TWENTY, weekly(Set.of(), "12:00", "14:00")), basket))
                .isInstanceOf(Judgement.Usable.class);
        assertThat(judge(when(TWENTY, weekly(Set.of(), "10:00", "12:00")), basket))
                .isEqualTo(new Judgement.NotNow());
    }

    @Test
    void hoursPastMidnightBelongToTheDayTheyBegin() {
        CouponValidity friday = weekly(Set.of(DayOfWeek.FRIDAY), "22:00", "02:00");
        assertThat(friday.allows(Instant.parse("2026-11-27T14:30:00Z"), SHANGHAI))
                .isTrue();
        assertThat(friday.allows(Instant.parse("2026-11-27T17:30:00Z"), SHANGHAI))
                .isTrue();
        assertThat(friday.allows(Instant.parse("2026-11-27T18:00:00Z"), SHANGHAI))
                .isFalse();
        assertThat(friday.allows(Instant.parse("2026-11-26T17:30:00Z"), SHANGHAI))
                .isFalse();
    }

    private static CouponValidity weekly(Set<DayOfWeek> days, String from, String until) {
        return new CouponValidity(
                null,
                null,
                30,
                0,
                days,
                from == null ? null : LocalTime.parse(from),
                until == null ? null : LocalTime.parse(until));
    }

    @Test
    void partsAlwaysAddUpAndAreNeverMoreThanTheirLine() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Long> weights = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                weights.add(random.nextLong(0, seed % 2 == 0 ? 10 : 10_000_000_000L));
            }
            long all = weights.stream().mapToLong(Long::longValue).sum();
            long amount = all == 0 ? 0 : random.nextLong(0, all + 1);
            List<Long> parts = Shares.of(amount, weights);
            assertThat(parts.stream().mapToLong(Long::longValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(amount);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i)).as("seed %d", seed).isBetween(0L, weights.get(i));
                assertThat(Math.abs(parts.get(i) - (double) amount * weights.get(i) / Math.max(1, all)))
                        .as("seed %d", seed)
                        .isLessThan(1.001);
            }
        }
    }

    @Test
    void anOrderThatComesBackInPiecesBringsBackExactlyWhatWasTakenOff() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int pieces = random.nextInt(1, 9);
            long off = random.nextLong(0, 1_000);
            long shares = 0;
            for (int back = 0; back < pieces; ) {
                int now = random.nextInt(1, pieces - back + 1);
                shares += Refund.share(off, pieces, back, now);
                back += now;
            }
            assertThat(shares).as("seed %d", seed).isEqualTo(off);
        }
        assertThatThrownBy(() -> Refund.share(100, 2, 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
