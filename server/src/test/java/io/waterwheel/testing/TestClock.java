package io.waterwheel.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// The product's clock in tests: runs with the real one until a test moves it.
@Primary
@Component
public class TestClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /// Back to the real time; a test that moved the clock calls this when it ends.
    public void reset() {
        ahead = Duration.ZERO;
    }
}
