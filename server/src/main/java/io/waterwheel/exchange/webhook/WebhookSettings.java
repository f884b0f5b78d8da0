package io.waterwheel.exchange.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person sets of a webhook.
///
/// @param events        names of the events wanted, empty for all
/// @param personalData  whether sealed values go out in plain text
/// @param fromBeginning for a new one: whether it is told of all that ever happened, rather than from now on
public record WebhookSettings(
        String name,
        String url,
        List<String> events,
        @Nullable Boolean personalData,
        @Nullable Boolean fromBeginning) {

    boolean withPersonalData() {
        return Boolean.TRUE.equals(personalData);
    }

    boolean withPast() {
        return Boolean.TRUE.equals(fromBeginning);
    }
}
