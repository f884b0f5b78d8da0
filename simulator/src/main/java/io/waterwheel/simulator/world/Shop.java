package io.waterwheel.simulator.world;

import org.jspecify.annotations.Nullable;

/// Where the shop's orders are told, in the Segment specification.
///
/// @param trackUrl e.g. `http://127.0.0.1:8080/v1/track`
/// @param writeKey the user name of Basic authentication; the password is empty
/// @param currency what it sells in, ISO 4217 with two decimals; absent: CNY
public record Shop(String trackUrl, String writeKey, String currency) {
    public Shop(String trackUrl, String writeKey, @Nullable String currency) {
        this.trackUrl = Loopback.require(trackUrl).toString();
        this.writeKey = writeKey;
        this.currency = currency == null ? "CNY" : currency;
    }
}
