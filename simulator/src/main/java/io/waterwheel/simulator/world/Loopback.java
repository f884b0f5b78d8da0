package io.waterwheel.simulator.world;

import java.net.URI;
import java.util.Locale;

/// The simulator never calls anything but this machine: a mistyped world must not write to strangers.
public final class Loopback {
    private Loopback() {}

    /// @return the address, when it is http(s) on this machine
    /// @throws IllegalArgumentException otherwise
    public static URI require(String url) {
        if (!accepts(url)) {
            throw new IllegalArgumentException("only addresses on this machine are called, not " + url);
        }
        return URI.create(url);
    }

    /// Decides by the text alone, so that no name is ever looked up.
    public static boolean accepts(String url) {
        if (url == null) {
            return false;
        }
        try {
            var uri = URI.create(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && (host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]"));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
