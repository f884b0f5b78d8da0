package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer.Stretch;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Window;
import org.jspecify.annotations.Nullable;

/// Windows as stretches of time.
final class Windows {

    private Windows() {}

    /// @param window null for all that is known
    static Stretch of(@Nullable Window window, Moment moment) {
        if (window == null) {
            return Stretch.ALWAYS;
        }
        Interval interval = window.at(moment.now(), moment.zone());
        return new Stretch(interval.from(), interval.to());
    }
}
