package io.waterwheel.exchange.topic;

import org.jspecify.annotations.Nullable;

/// What a person sets of an inlet.
///
/// @param source the name of the source to be made with it; it cannot be changed later, because it stands in events
/// @param group  under which Kafka keeps how far it is read; absent for a new one: `waterwheel-` and the brand's key
///               and the topic
public record InletSettings(
        String source,
        KafkaConnection connection,
        String topic,
        @Nullable String group) {}
