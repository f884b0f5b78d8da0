package io.waterwheel.kernel.web;

import io.waterwheel.kernel.WaterwheelProperties;
import java.net.URI;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The address customers reach this server at. Where the configured one names port 0, the port really taken.
@Component
public class PublicAddress {

    private final URI configured;
    private volatile int port;

    PublicAddress(WaterwheelProperties properties) {
        this.configured = properties.publicUrl();
        this.port = configured.getPort();
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (configured.getPort() == 0
                && !"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    /// An address below it.
    ///
    /// @param path begins with a slash
    public String of(String path) {
        String base = configured.toString();
        return (configured.getPort() == 0 ? base.replaceFirst(":0$", ":" + port) : base) + path;
    }
}
