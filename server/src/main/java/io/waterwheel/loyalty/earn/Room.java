package io.waterwheel.loyalty.earn;

import java.time.LocalDate;

/// How many points may still be given before caps. Whoever gives some says so, so that the next finds less.
public interface Room {

    /// No caps but those of an order.
    Room ENDLESS = new Room() {
        @Override
        public long used(int rule, Span span, LocalDate day) {
            return 0;
        }

        @Override
        public void take(int rule, LocalDate day, long points) {
            // nothing to remember
        }
    };

    /// All rules together.
    int PROGRAMME = -1;

    /// Over which time a cap counts.
    enum Span {
        DAY,
        MONTH,
        EVER
    }

    /// What was given so far: to the member on that day or in its month, or to everybody ever.
    long used(int rule, Span span, LocalDate day);

    void take(int rule, LocalDate day, long points);
}
