package io.waterwheel.segment.now;

import io.waterwheel.customer.EventFacts;
import io.waterwheel.customer.PresentCustomer.Stretch;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.EventTally;
import io.waterwheel.segment.language.EventsCondition;
import io.waterwheel.segment.language.SequenceCondition;
import io.waterwheel.segment.language.SequenceMatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What one customer did.
final class BehaviourNow {

    private BehaviourNow() {}

    static boolean meets(EventsCondition asked, TheirEvents events, Moment moment) {
        Stretch window = Windows.of(asked.window(), moment);
        EventFilter wanted = asked.events();
        String property = asked.property();
        EventTally tally = new EventTally(asked.measure());
        for (EventFacts event : events.all()) {
            if (window.contains(event.at()) && events.is(event, wanted)) {
                tally.add(
                        event.at(),
                        property == null ? List.of() : events.properties(event).getOrDefault(property, List.of()));
            }
        }
        return tally.meets(asked.operator(), asked.value(), moment.now());
    }

    static boolean meets(SequenceCondition asked, TheirEvents events, Moment moment) {
        Stretch window = Windows.of(asked.window(), moment);
        SequenceMatch match =
                new SequenceMatch(asked.steps().size(), Duration.ofDays(asked.withinDays()), micros(moment.now()));
        for (EventFacts event : events.all()) {
            int meets = window.contains(event.at()) ? steps(asked, events, event) : 0;
            boolean without = asked.without() != null && events.is(event, asked.without());
            if (meets != 0 || without) {
                match.add(micros(event.at()), meets, without);
            }
        }
        return match.found();
    }

    private static int steps(SequenceCondition asked, TheirEvents events, EventFacts event) {
        int meets = 0;
        for (int step = 0; step < asked.steps().size(); step++) {
            if (events.is(event, asked.steps().get(step))) {
                meets |= 1 << step;
            }
        }
        return meets;
    }

    /// What must not follow may do so after the window's end.
    static Stretch stretch(SequenceCondition asked, Moment moment) {
        Stretch window = Windows.of(asked.window(), moment);
        return asked.without() == null ? window : new Stretch(window.from(), Stretch.ALWAYS.to());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
