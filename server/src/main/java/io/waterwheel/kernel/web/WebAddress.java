package io.waterwheel.kernel.web;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address of another system, as people enter it.
public final class WebAddress {

    private WebAddress() {}

    /// @return nothing unless it is a whole address by http or https, without user and password
    public static Optional<URI> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
