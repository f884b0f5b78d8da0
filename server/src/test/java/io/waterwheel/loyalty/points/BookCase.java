package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Booked;
import io.waterwheel.loyalty.Booking.Refusal;
import io.waterwheel.loyalty.Booking.Refused;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsCommand;
import java.time.Duration;
import java.util.List;

/// What tests of the book say.
abstract class BookCase {

    static final Duration DAY = Duration.ofDays(1);
    static final Duration WEEK = Duration.ofDays(7);

    final BookStage stage = new BookStage();

    long booked(PointsCommand command) {
        Booking booking = stage.book(command);
        assertThat(booking)
                .isInstanceOfSatisfying(
                        Booked.class, made -> assertThat(made.repeated()).isFalse());
        return ((Booked) booking).points().value();
    }

    void refused(PointsCommand command, Refusal why) {
        int before = stage.entries().size();
        assertThat(stage.book(command)).isEqualTo(new Refused(why));
        assertThat(stage.entries()).hasSize(before);
    }

    void has(int customer, long available, long pending, long frozen, long debt) {
        assertThat(stage.balance(customer))
                .isEqualTo(new PointsBalance(
                        new Points(available), new Points(pending), new Points(frozen), new Points(debt)));
    }

    List<Long> lotsOf(String key) {
        return stage.entries().stream()
                .filter(entry -> key.equals(entry.key()))
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.side() == Side.AVAILABLE)
                .map(Posting::lot)
                .toList();
    }
}
