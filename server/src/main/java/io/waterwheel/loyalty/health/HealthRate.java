package io.waterwheel.loyalty.health;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A share with what it is a share of.
///
/// @param rate null where there is nothing to be a share of
@Schema(name = "HealthRate")
public record HealthRate(long part, long whole, @Nullable Double rate) {

    static HealthRate of(long part, long whole) {
        return new HealthRate(part, whole, whole > 0 ? (double) part / whole : null);
    }
}
