package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.Booking.Booked;
import io.waterwheel.loyalty.Booking.Refusal;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import org.junit.jupiter.api.Test;

/// What was kept back, taken back and given back.
class BookReversalTests extends BookCase {

    @Test
    void frozenPointsAreCapturedAndTheRestIsGivenBack() {
        booked(stage.earn(1, "e", 100, null, null));
        booked(stage.freeze(1, "f", 80));
        has(1, 20, 0, 80, 0);
        booked(stage.capture(1, "c", "f", 50));
        has(1, 50, 0, 0, 0);
        refused(stage.capture(1, "d", "f", 1), Refusal.DECIDED_ALREADY);
        refused(stage.release(1, "r", "f"), Refusal.DECIDED_ALREADY);
    }

    @Test
    void noMoreIsCapturedThanWasFrozen() {
        booked(stage.earn(1, "e", 100, null, null));
        booked(stage.freeze(1, "f", 80));
        refused(stage.capture(1, "c", "f", 81), Refusal.MORE_THAN_BOOKED);
        booked(stage.release(1, "r", "f"));
        has(1, 100, 0, 0, 0);
    }

    @Test
    void whatExpiredWhileFrozenExpiresOnRelease() {
        booked(stage.earn(1, "e", 10, null, DAY));
        booked(stage.earn(1, "g", 10, null, null));
        booked(stage.freeze(1, "f", 15));
        stage.advance(DAY);
        booked(stage.release(1, "r", "f"));
        has(1, 10, 0, 0, 0);
        assertThat(stage.entries().getLast().postings()).contains(new Posting(Side.EXPIRED, null, null, 10));
    }

    @Test
    void whatExpiredWhileFrozenStillPays() {
        booked(stage.earn(1, "e", 10, null, DAY));
        booked(stage.freeze(1, "f", 10));
        stage.advance(DAY);
        booked(stage.capture(1, "c", "f", 10));
        has(1, 0, 0, 0, 0);
    }

    @Test
    void aRefundTakesBackPendingPoints() {
        booked(stage.earn(1, "e", 100, WEEK, null));
        assertThat(booked(stage.takeBack(1, "t", "e", 30, DebtRule.DEBT))).isEqualTo(30);
        has(1, 0, 70, 0, 0);
        booked(stage.takeBack(1, "u", "e", 70, DebtRule.DEBT));
        has(1, 0, 0, 0, 0);
        refused(stage.takeBack(1, "v", "e", 1, DebtRule.DEBT), Refusal.MORE_THAN_BOOKED);
    }

    @Test
    void whatWasSpentIsTreatedByTheRule() {
        for (DebtRule rule : DebtRule.values()) {
            int who = 10 + rule.ordinal();
            booked(stage.earn(who, "e" + who, 100, null, DAY));
            booked(stage.spend(who, "s" + who, 80));
            booked(stage.earn(who, "o" + who, 30, null, null));
            booked(stage.takeBack(who, "t" + who, "e" + who, 100, rule));
        }
        has(10 + DebtRule.OTHERS_THEN_DEBT.ordinal(), 0, 0, 0, 50);
        has(10 + DebtRule.DEBT.ordinal(), 30, 0, 0, 80);
        has(10 + DebtRule.OTHERS_THEN_FORGIVE.ordinal(), 0, 0, 0, 0);
        has(10 + DebtRule.FORGIVE.ordinal(), 30, 0, 0, 0);
    }

    @Test
    void debtIsPaidByWhatIsEarnedNext() {
        booked(stage.earn(1, "e", 100, null, null));
        booked(stage.spend(1, "s", 100));
        booked(stage.takeBack(1, "t", "e", 100, DebtRule.DEBT));
        assertThat(booked(stage.earn(1, "f", 60, null, null))).isZero();
        has(1, 0, 0, 0, 40);
        assertThat(booked(stage.earn(1, "g", 60, WEEK, null))).isEqualTo(20);
        has(1, 0, 20, 0, 0);
        assertThat(stage.book(stage.earn(1, "f", 60, null, null))).isEqualTo(new Booked(4, Points.NONE, true));
    }

    @Test
    void whatExpiredIsNotTakenBackASecondTime() {
        booked(stage.earn(1, "e", 100, null, DAY));
        booked(stage.freeze(1, "f", 60));
        booked(stage.spend(1, "s", 40));
        stage.advance(DAY);
        booked(stage.release(1, "r", "f"));
        assertThat(booked(stage.takeBack(1, "t", "e", 50, DebtRule.DEBT))).isZero();
        assertThat(booked(stage.takeBack(1, "u", "e", 50, DebtRule.DEBT))).isEqualTo(40);
        has(1, 0, 0, 0, 40);
    }

    @Test
    void whatIsGivenBackGoesToTheLotsItCameFrom() {
        booked(stage.earn(1, "soon", 10, null, DAY));
        booked(stage.earn(1, "late", 10, null, WEEK));
        booked(stage.spend(1, "s", 15));
        booked(stage.giveBack(1, "g", "s", 7, null));
        has(1, 12, 0, 0, 0);
        stage.advance(DAY);
        has(1, 10, 0, 0, 0);
        booked(stage.giveBack(1, "h", "s", 8, WEEK.plus(DAY)));
        has(1, 18, 0, 0, 0);
        refused(stage.giveBack(1, "i", "s", 1, null), Refusal.MORE_THAN_BOOKED);
        stage.advance(WEEK.minus(DAY));
        has(1, 8, 0, 0, 0);
    }

    @Test
    void whatIsGivenBackPaysDebt() {
        booked(stage.earn(1, "e", 100, null, null));
        booked(stage.spend(1, "s", 100));
        booked(stage.takeBack(1, "t", "e", 30, DebtRule.DEBT));
        assertThat(booked(stage.giveBack(1, "g", "s", 100, null))).isEqualTo(70);
        has(1, 70, 0, 0, 0);
    }

    @Test
    void whatIsCapturedCanBeGivenBack() {
        booked(stage.earn(1, "e", 100, null, null));
        booked(stage.freeze(1, "f", 100));
        booked(stage.capture(1, "c", "f", 60));
        refused(stage.giveBack(1, "g", "f", 1, null), Refusal.UNKNOWN_REFERENCE);
        booked(stage.giveBack(1, "h", "c", 60, null));
        has(1, 100, 0, 0, 0);
    }

    @Test
    void oneAccountsEarningsPayTheOthersDebtWhileBothAreOnePersons() {
        booked(stage.earn(2, "e", 10, null, null));
        booked(stage.spend(2, "s", 10));
        booked(stage.takeBack(2, "t", "e", 10, DebtRule.DEBT));
        stage.own(2, 1);
        booked(stage.earn(1, "f", 25, null, null));
        has(1, 15, 0, 0, 0);
        stage.own(2, 2);
        has(2, 0, 0, 0, 0);
    }
}
