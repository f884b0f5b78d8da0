package io.waterwheel.kernel;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What an installation may set.
///
/// @param dataDirectory everything that must be kept: database, warehouse, keys, uploaded files
/// @param publicUrl     the address customers reach this server at, without a trailing slash; short links begin
///                      with it
@ConfigurationProperties("waterwheel")
public record WaterwheelProperties(Path dataDirectory, URI publicUrl, Postgres postgres) {

    public WaterwheelProperties {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }

    /// @param url a JDBC URL of an external PostgreSQL; empty for the embedded one
    public record Postgres(String url, String username, String password) {

        public boolean embedded() {
            return url.isBlank();
        }
    }
}
