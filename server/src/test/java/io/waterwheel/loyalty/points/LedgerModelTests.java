package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Booking.Booked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Long random programmes, beside a model in which every point is an object.
class LedgerModelTests {

    private static final int PROGRAMMES = Integer.getInteger("waterwheel.programmes", 60);
    private static final int TURNS = 250;

    @Test
    void theBookDoesWhatTheModelDoes() {
        long first = Long.getLong("waterwheel.seed", System.nanoTime());
        for (int i = 0; i < PROGRAMMES; i++) {
            run(first + i);
        }
    }

    private static void run(long seed) {
        Random random = new Random(seed);
        BookStage stage = new BookStage();
        PointsModel model = new PointsModel();
        Programme programme = new Programme(random, model);
        List<Programme.Turn> past = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            String place = "seed " + seed + " turn " + turn;
            if (random.nextInt(12) == 0) {
                stage.advance(Duration.ofDays(1 + random.nextInt(8)));
            }
            if (random.nextInt(25) == 0) {
                int opened = 2 + random.nextInt(Programme.CUSTOMERS - 1);
                int owner = random.nextBoolean() ? 1 : opened;
                stage.own(opened, owner);
                model.own(opened, owner);
            }
            if (random.nextInt(15) == 0) {
                int who = 1 + random.nextInt(Programme.CUSTOMERS);
                int group = random.nextInt(3);
                stage.share(who, group);
                model.share(who, group);
            }
            Programme.Turn next = programme.next(stage);
            Booking booking = stage.book(next.command());
            assertThat(booking instanceof Booked booked && !booked.repeated())
                    .as("%s: %s said %s", place, next.command(), booking)
                    .isEqualTo(next.done());
            past.add(next);
            again(stage, past.get(random.nextInt(past.size())), place);
            for (int customer = 1; customer <= Programme.CUSTOMERS; customer++) {
                assertThat(stage.balance(customer))
                        .as("%s: customer %d after %s", place, customer, next.command())
                        .isEqualTo(model.balance(customer, stage.now()));
            }
        }
    }

    /// What was booked once is never booked again, whatever became of its customer.
    private static void again(BookStage stage, Programme.Turn turn, String place) {
        if (turn.done()) {
            int entries = stage.entries().size();
            Booking again = stage.book(turn.command());
            assertThat(again instanceof Booked booked && booked.repeated() || again instanceof Booking.Refused)
                    .as("%s: %s again said %s", place, turn.command(), again)
                    .isTrue();
            assertThat(stage.entries()).as(place).hasSize(entries);
        }
    }
}
