package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Booked;
import io.waterwheel.loyalty.Booking.Insufficient;
import io.waterwheel.loyalty.Booking.Refusal;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookTests extends BookCase {

    @Test
    void whatIsEarnedCanBeSpentOnce() {
        assertThat(booked(stage.earn(1, "e", 100, null, null))).isEqualTo(100);
        assertThat(booked(stage.spend(1, "s", 60))).isEqualTo(60);
        assertThat(stage.book(stage.spend(1, "t", 60))).isEqualTo(new Insufficient(new Points(40)));
        has(1, 40, 0, 0, 0);
    }

    @Test
    void whoNeverHadPointsHasTooFew() {
        assertThat(stage.book(stage.spend(1, "s", 1))).isEqualTo(new Insufficient(Points.NONE));
        assertThat(stage.book(stage.freeze(1, "s", 1))).isEqualTo(new Insufficient(Points.NONE));
        assertThat(stage.book(stage.deduct(1, "s", 1))).isEqualTo(new Insufficient(Points.NONE));
    }

    @Test
    void lotsThatExpireFirstGoFirst() {
        booked(stage.earn(1, "never", 10, null, null));
        booked(stage.earn(1, "late", 10, null, WEEK));
        booked(stage.earn(1, "soon", 10, null, DAY));
        booked(stage.spend(1, "s", 25));
        assertThat(lotsOf("s")).containsExactly(3L, 2L, 1L);
    }

    @Test
    void ofEqualExpiryTheOlderLotGoesFirst() {
        booked(stage.earn(1, "a", 10, null, WEEK));
        booked(stage.earn(1, "b", 10, null, WEEK));
        booked(stage.spend(1, "s", 5));
        assertThat(lotsOf("s")).containsExactly(1L);
    }

    @Test
    void pendingPointsAreNotSpentAndMatureOnTime() {
        booked(stage.earn(1, "e", 10, WEEK, null));
        has(1, 0, 10, 0, 0);
        assertThat(stage.book(stage.spend(1, "s", 1))).isEqualTo(new Insufficient(Points.NONE));
        stage.advance(WEEK.minusMillis(1));
        has(1, 0, 10, 0, 0);
        stage.advance(Duration.ofMillis(1));
        has(1, 10, 0, 0, 0);
        booked(stage.spend(1, "s", 4));
        has(1, 6, 0, 0, 0);
        assertThat(stage.entries())
                .extracting(Entry::kind)
                .containsExactly(EntryKind.EARN, EntryKind.MATURE, EntryKind.SPEND);
    }

    @Test
    void aLotPastItsTimeIsNotSpentThoughNobodyExpiredIt() {
        booked(stage.earn(1, "e", 10, null, DAY));
        stage.advance(DAY);
        has(1, 0, 0, 0, 0);
        assertThat(stage.book(stage.spend(1, "s", 1))).isEqualTo(new Insufficient(Points.NONE));
    }

    @Test
    void aKeyIsBookedOnceAndAnsweredAsTheFirstTime() {
        stage.book(stage.earn(1, "e", 10, null, null));
        Booking first = stage.book(stage.spend(1, "s", 5));
        booked(stage.spend(1, "t", 5));
        assertThat(stage.book(stage.spend(1, "s", 5)))
                .isEqualTo(new Booked(((Booked) first).entry(), new Points(5), true));
        assertThat(stage.entries()).hasSize(3);
    }

    @Test
    void theSameKeyTwiceInOneBatchIsBookedOnce() {
        List<Booking> answers = stage.book(List.of(
                stage.earn(1, "e", 10, null, null), stage.earn(1, "e", 10, null, null), stage.spend(1, "s", 10)));
        assertThat(answers.get(1)).isEqualTo(new Booked(1, new Points(10), true));
        has(1, 0, 0, 0, 0);
    }

    @Test
    void aKeyThatStandsForSomethingElseIsTaken() {
        booked(stage.earn(1, "e", 10, null, null));
        refused(stage.earn(1, "e", 11, null, null), Refusal.KEY_TAKEN);
        refused(stage.earn(2, "e", 10, null, null), Refusal.KEY_TAKEN);
        refused(stage.spend(1, "e", 10), Refusal.KEY_TAKEN);
        booked(stage.freeze(1, "f", 4));
        booked(stage.freeze(1, "g", 4));
        booked(stage.release(1, "r", "f"));
        refused(stage.release(1, "r", "g"), Refusal.KEY_TAKEN);
    }

    @Test
    void aRefusedKeyIsFree() {
        stage.book(stage.spend(1, "s", 5));
        booked(stage.earn(1, "e", 5, null, null));
        booked(stage.spend(1, "s", 5));
    }

    @Test
    void aReferenceMustBeThisMembersAndOfTheRightKind() {
        booked(stage.earn(1, "e", 100, null, null));
        booked(stage.spend(1, "s", 10));
        booked(stage.freeze(1, "f", 10));
        refused(stage.takeBack(1, "t", "nothing", 1, DebtRule.DEBT), Refusal.UNKNOWN_REFERENCE);
        refused(stage.takeBack(1, "t", "s", 1, DebtRule.DEBT), Refusal.UNKNOWN_REFERENCE);
        refused(stage.takeBack(2, "t", "e", 1, DebtRule.DEBT), Refusal.UNKNOWN_REFERENCE);
        refused(stage.giveBack(1, "t", "e", 1, null), Refusal.UNKNOWN_REFERENCE);
        refused(stage.giveBack(2, "t", "s", 1, null), Refusal.UNKNOWN_REFERENCE);
        refused(stage.capture(1, "t", "s", 1), Refusal.UNKNOWN_REFERENCE);
        refused(stage.release(2, "t", "f"), Refusal.UNKNOWN_REFERENCE);
        refused(stage.release(1, "t", "g"), Refusal.UNKNOWN_REFERENCE);
    }

    @Test
    void absurdAmountsAreRefused() {
        refused(stage.earn(1, "e", 0, null, null), Refusal.ABSURD_AMOUNT);
        refused(stage.spend(1, "e", 0), Refusal.ABSURD_AMOUNT);
        booked(stage.earn(1, "e", Points.MOST, null, null));
        refused(stage.earn(1, "f", 1, null, null), Refusal.ABSURD_AMOUNT);
        booked(stage.spend(1, "s", Points.MOST));
        booked(stage.earn(1, "f", 1, null, null));
        refused(stage.giveBack(1, "g", "s", Points.MOST, null), Refusal.ABSURD_AMOUNT);
    }

    @Test
    void absurdTimesAreRefused() {
        refused(stage.earn(1, "e", 1, WEEK, WEEK), Refusal.ABSURD_TIME);
        refused(stage.earn(1, "e", 1, null, Duration.ZERO), Refusal.ABSURD_TIME);
        refused(stage.earn(1, "e", 1, Duration.ofDays(365_000), null), Refusal.ABSURD_TIME);
        for (Instant at : List.of(Instant.EPOCH, stage.now().plus(DAY).plusSeconds(1), Instant.MAX)) {
            refused(
                    new PointsCommand.Earn(
                            new Occasion(BookStage.BRAND, new CustomerNo(1), "e", at, PointsReason.of("test")),
                            new Points(1),
                            null,
                            null),
                    Refusal.ABSURD_TIME);
        }
    }

    @Test
    void twoMembersWhoAreOnePersonPayTogetherAndComeApartAsSpent() {
        booked(stage.earn(1, "a", 10, null, WEEK));
        booked(stage.earn(2, "b", 10, null, DAY));
        stage.own(2, 1);
        has(1, 20, 0, 0, 0);
        booked(stage.spend(1, "s", 15));
        assertThat(lotsOf("s")).containsExactly(2L, 1L);
        stage.own(2, 2);
        has(1, 5, 0, 0, 0);
        has(2, 0, 0, 0, 0);
        booked(stage.giveBack(1, "g", "s", 15, null));
        has(1, 10, 0, 0, 0);
        has(2, 10, 0, 0, 0);
    }
}
