package io.waterwheel.intake.connector;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.SourceId;

/// A source fed by a platform, its secret opened. Not to be logged.
///
/// @param name stands in its events as their source
public record Connection(SourceId id, Brand brand, String name, Connector connector, String secret) {

    @Override
    public String toString() {
        return "Connection[" + id + " " + connector.platform() + "]";
    }
}
