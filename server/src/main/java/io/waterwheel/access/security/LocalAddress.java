package io.waterwheel.access.security;

import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says where the server is: to the person on the console, and to the command line in a file that is there for as
/// long as the server is ready.
@Component
class LocalAddress {

    private final Path file;
    private final Environment environment;

    LocalAddress(WaterwheelProperties properties, Environment environment) {
        this.file = properties.dataDirectory().resolve("keys").resolve("local-address");
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            String address = "http://127.0.0.1:" + port;
            Files.writeString(file, address);
            System.out.println("Waterwheel is ready: " + address);
        }
    }

    @EventListener
    void closed(ContextClosedEvent event) throws IOException {
        Files.deleteIfExists(file);
    }
}
