package io.waterwheel.demo;

import io.waterwheel.demo.simulated.SimulatedWorld.Behaviour;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What is to be seeded.
///
/// @param brand        key of the brand
/// @param simulatorUrl null: only the past, without anybody who goes on living
/// @param behaviour    null: lively people, see [Town#lively]
public record SeedPlan(
        String brand,
        String name,
        long seed,
        int size,
        @Nullable URI simulatorUrl,
        @Nullable Behaviour behaviour) {}
