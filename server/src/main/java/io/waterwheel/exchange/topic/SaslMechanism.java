package io.waterwheel.exchange.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How we prove to the brokers who we are.
public enum SaslMechanism {
    @JsonProperty("none")
    NONE(null),
    @JsonProperty("plain")
    PLAIN("org.apache.kafka.common.security.plain.PlainLoginModule"),
    @JsonProperty("scram-sha-256")
    SCRAM_SHA_256("org.apache.kafka.common.security.scram.ScramLoginModule"),
    @JsonProperty("scram-sha-512")
    SCRAM_SHA_512("org.apache.kafka.common.security.scram.ScramLoginModule");

    private final @Nullable String module;

    SaslMechanism(@Nullable String module) {
        this.module = module;
    }

    @Nullable
    String module() {
        return module;
    }

    /// Its name in Kafka.
    String kafkaName() {
        return name().replace('_', '-');
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SaslMechanism of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
