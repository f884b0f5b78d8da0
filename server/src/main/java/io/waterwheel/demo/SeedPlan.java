package io.waterwheel.demo;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What is to be seeded.
///
/// @param brand        key of the brand
/// @param simulatorUrl null: only the past, without anybody who goes on living
public record SeedPlan(
        String brand,
        String name,
        long seed,
        int size,
        @Nullable URI simulatorUrl) {}
