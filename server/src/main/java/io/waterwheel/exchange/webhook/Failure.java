package io.waterwheel.exchange.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Why something was not delivered.
public enum Failure {
    /// The name is not known, or nothing listens.
    @JsonProperty("unreachable")
    UNREACHABLE,
    @JsonProperty("timeout")
    TIMEOUT,
    /// No trust in the receiver's certificate.
    @JsonProperty("tls")
    TLS,
    @JsonProperty("private-address")
    PRIVATE_ADDRESS,
    /// 400, 413, 415 or 422: the receiver has read it and will not have it, so another hundred tries are of no use.
    @JsonProperty("rejected")
    REJECTED,
    /// 410: the receiver is no more.
    @JsonProperty("gone")
    GONE,
    /// Any other answer than 2xx.
    @JsonProperty("answer")
    ANSWER,
    /// A person did not want to wait any longer.
    @JsonProperty("skipped")
    SKIPPED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Failure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Failure ofStatus(int status) {
        return switch (status) {
            case 400, 413, 415, 422 -> REJECTED;
            case 410 -> GONE;
            default -> ANSWER;
        };
    }
}
