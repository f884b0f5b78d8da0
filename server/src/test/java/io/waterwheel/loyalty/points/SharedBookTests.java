package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Insufficient;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Members who spend together.
class SharedBookTests {

    private static final int MOTHER = 1;
    private static final int FATHER = 2;
    private static final int CHILD = 3;

    private final BookStage stage = new BookStage();

    @BeforeEach
    void aFamily() {
        List.of(MOTHER, FATHER, CHILD).forEach(each -> stage.share(each, 1));
    }

    @Test
    void ownPointsGoFirstThenWhicheverOfTheOthersExpireFirst() {
        stage.book(stage.earn(MOTHER, "m", 10, null, null));
        stage.book(stage.earn(FATHER, "f", 10, null, Duration.ofDays(20)));
        stage.book(stage.earn(CHILD, "c", 10, null, Duration.ofDays(10)));
        stage.book(stage.spend(MOTHER, "s", 25));
        assertThat(available(MOTHER)).isZero();
        assertThat(available(CHILD)).isZero();
        assertThat(available(FATHER)).isEqualTo(5);

        stage.book(stage.giveBack(MOTHER, "g", "s", 12, null));
        assertThat(available(FATHER)).as("last taken, first given back").isEqualTo(10);
        assertThat(available(CHILD)).isEqualTo(7);
        assertThat(available(MOTHER)).isZero();
    }

    @Test
    void twoInOneBatchNeverSpendMoreThanThereIs() {
        stage.book(stage.earn(MOTHER, "m", 10, null, null));
        List<Booking> answers = stage.book(List.of(stage.spend(FATHER, "a", 7), stage.spend(CHILD, "b", 7)));
        assertThat(answers.getFirst()).isInstanceOf(Booking.Booked.class);
        assertThat(answers.getLast()).isEqualTo(new Insufficient(new Points(3)));
        assertThat(available(MOTHER)).isEqualTo(3);
    }

    @Test
    void whatIsGivenBackTooLateComesAnewToWhomItWasTakenFrom() {
        stage.book(stage.earn(MOTHER, "m", 10, null, Duration.ofDays(1)));
        stage.book(stage.earn(FATHER, "f", 10, null, Duration.ofDays(1)));
        stage.book(stage.spend(CHILD, "s", 20));
        stage.advance(Duration.ofDays(2));
        stage.book(stage.giveBack(CHILD, "g", "s", 20, Duration.ofDays(9)));
        assertThat(available(MOTHER)).isEqualTo(10);
        assertThat(available(FATHER)).isEqualTo(10);
        assertThat(available(CHILD)).isZero();
        assertThat(stage.book(stage.giveBack(CHILD, "h", "s", 1, null))).isInstanceOf(Booking.Refused.class);
    }

    @Test
    void whoOwesLendsNothingAndTheirDebtStays() {
        stage.book(stage.earn(FATHER, "f", 10, null, null));
        stage.book(stage.earn(FATHER, "later", 5, null, null));
        stage.book(stage.spend(FATHER, "s", 10));
        stage.book(stage.takeBack(FATHER, "t", "f", 10, DebtRule.DEBT));
        assertThat(stage.book(stage.spend(CHILD, "c", 1))).isInstanceOf(Insufficient.class);
        stage.book(stage.earn(MOTHER, "m", 10, null, null));
        stage.book(stage.spend(CHILD, "d", 10));
        assertThat(stage.balance(FATHER).debt().value()).isEqualTo(10);
    }

    @Test
    void whatIsFrozenIsDecidedThoughThePersonLeft() {
        stage.book(stage.earn(MOTHER, "m", 10, null, null));
        stage.book(stage.freeze(CHILD, "f", 8));
        stage.share(MOTHER, 0);
        stage.book(stage.capture(CHILD, "c", "f", 5));
        assertThat(available(MOTHER)).isEqualTo(5);
        assertThat(stage.book(stage.spend(CHILD, "s", 1))).isInstanceOf(Insufficient.class);
        stage.book(stage.giveBack(CHILD, "g", "c", 5, null));
        assertThat(available(MOTHER)).isEqualTo(10);
    }

    @Test
    void whatTheBrandDeductsIsTheirOwn() {
        stage.book(stage.earn(MOTHER, "m", 10, null, null));
        assertThat(stage.book(stage.deduct(CHILD, "d", 1))).isInstanceOf(Insufficient.class);
    }

    private long available(int customer) {
        return stage.balance(customer).available().value();
    }
}
