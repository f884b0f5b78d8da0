package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.touch.Purpose;
import java.util.List;

/// Asks for a message and waits until it is known what became of it.
///
/// @param template a saved template's id; its channel is the message's
/// @param priority larger goes first when a cap leaves room for some only, 0 … 9
@Schema(name = "JourneyMessage")
public record Message(String template, Purpose purpose, int priority) implements Step {

    public static final String SENT = "sent";
    public static final String NOT_SENT = "notSent";
    static final int MOST_PRIORITY = 9;

    public Message {
        Ids.check(template, "/template", JourneyFault.UNKNOWN_TEMPLATE);
        Misfit.when(
                priority < 0 || priority > MOST_PRIORITY,
                "/priority",
                JourneyFault.OUT_OF_RANGE,
                "0 … " + MOST_PRIORITY);
    }

    @Override
    public List<String> exits() {
        return List.of(SENT, NOT_SENT);
    }

    /// What may not be sent is known at once.
    @Override
    public boolean waits() {
        return false;
    }
}
