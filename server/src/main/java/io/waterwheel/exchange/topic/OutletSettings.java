package io.waterwheel.exchange.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person sets of an outlet.
///
/// @param events        names of the events wanted, empty for all
/// @param personalData  whether sealed values flow in plain text
/// @param fromBeginning for a new one: whether all that ever happened flows, rather than what happens from now on
public record OutletSettings(
        String name,
        KafkaConnection connection,
        String topic,
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
