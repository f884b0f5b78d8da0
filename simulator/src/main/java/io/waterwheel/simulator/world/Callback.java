package io.waterwheel.simulator.world;

/// Where and how events are pushed (WeCom doc path/90930).
///
/// @param encodingAesKey 43 characters
public record Callback(String url, String token, String encodingAesKey) {
    public Callback {
        Loopback.require(url);
        if (encodingAesKey == null || encodingAesKey.length() != 43) {
            throw new IllegalArgumentException("encodingAesKey has 43 characters");
        }
    }
}
