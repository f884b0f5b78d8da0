package io.waterwheel.exchange.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Where a Kafka cluster is and how one gets in, as a person sets it.
///
/// @param servers   `host:port`, several with commas between
/// @param tls       whether the connection is encrypted
/// @param username  null without a mechanism
/// @param password  written, never read back; null keeps the one there is
/// @param authority certificates as PEM that the brokers' own must be signed by; null for those the machine trusts
public record KafkaConnection(
        String servers,
        boolean tls,
        SaslMechanism mechanism,
        @Nullable String username,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String password,

        @Nullable String authority) {

    KafkaConnection withPassword(@Nullable String other) {
        return new KafkaConnection(servers, tls, mechanism, username, other, authority);
    }

    @Override
    public String toString() {
        return "KafkaConnection[" + servers + "]";
    }
}
