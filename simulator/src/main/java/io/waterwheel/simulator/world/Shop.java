package io.waterwheel.simulator.world;

/// Where the shop's orders are told, in the Segment specification.
///
/// @param trackUrl e.g. `http://127.0.0.1:8080/v1/track`
/// @param writeKey the user name of Basic authentication; the password is empty
public record Shop(String trackUrl, String writeKey) {
    public Shop {
        Loopback.require(trackUrl);
    }
}
