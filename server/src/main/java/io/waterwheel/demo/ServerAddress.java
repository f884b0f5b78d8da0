package io.waterwheel.demo;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where the simulator, which runs beside it, finds this server.
@Component
class ServerAddress {

    private volatile int port;

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    /// @param path begins with a slash
    String of(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
