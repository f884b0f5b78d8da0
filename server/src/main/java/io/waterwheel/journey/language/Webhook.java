package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Tells other systems: an event `Journey Signalled` with this name is put on the log, and by it goes to the
/// brand's webhooks and topics, signed, in order and tried again. There is no second way out.
///
/// @param name what the other system knows it by
@Schema(name = "JourneyWebhook")
public record Webhook(String name) implements Step {

    private static final int LONGEST = 100;

    public Webhook {
        Misfit.when(name.isBlank(), "/name", JourneyFault.BLANK, "");
        Misfit.when(name.length() > LONGEST, "/name", JourneyFault.TOO_LONG, LONGEST);
    }

    @Override
    public List<String> exits() {
        return List.of(NEXT);
    }

    @Override
    public boolean waits() {
        return false;
    }
}
