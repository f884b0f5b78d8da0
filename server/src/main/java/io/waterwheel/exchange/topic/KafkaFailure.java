package io.waterwheel.exchange.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.problem.Problem;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/// Why nothing flows to or from a topic.
public enum KafkaFailure {
    @JsonProperty("unreachable")
    UNREACHABLE,
    @JsonProperty("topic-missing")
    TOPIC_MISSING,
    /// The brokers know neither user nor password, or do not let it at the topic.
    @JsonProperty("access-refused")
    ACCESS_REFUSED,
    @JsonProperty("too-large")
    TOO_LARGE,
    /// The settings make no sense to Kafka's client: an address that is none, a certificate that cannot be read.
    @JsonProperty("settings")
    SETTINGS,
    /// We ourselves could not take what came.
    @JsonProperty("log-busy")
    LOG_BUSY,
    @JsonProperty("other")
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static KafkaFailure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static KafkaFailure of(Throwable failure) {
        return switch (failure) {
            case ExecutionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case AuthenticationException refused -> ACCESS_REFUSED;
            case AuthorizationException refused -> ACCESS_REFUSED;
            case UnknownTopicOrPartitionException missing -> TOPIC_MISSING;
            case InvalidTopicException missing -> TOPIC_MISSING;
            case RecordTooLargeException large -> TOO_LARGE;
            case ConfigException settings -> SETTINGS;
            case UnsupportedVersionException old -> SETTINGS;
            case org.apache.kafka.common.errors.TimeoutException timeout -> UNREACHABLE;
            case java.util.concurrent.TimeoutException timeout -> UNREACHABLE;
            case KafkaException wrapper
            when wrapper.getCause() != null && wrapper.getCause() != wrapper -> of(wrapper.getCause());
            case Problem busy -> LOG_BUSY;
            default -> OTHER;
        };
    }
}
