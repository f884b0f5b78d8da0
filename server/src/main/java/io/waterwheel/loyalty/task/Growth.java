package io.waterwheel.loyalty.task;

import io.swagger.v3.oas.annotations.media.Schema;

/// A growth programme, and how it fares.
///
/// @param tasks how many belong to it and are switched on
/// @param done  how many members did all of them
@Schema(name = "GrowthProgramme")
public record Growth(String id, NewGrowth programme, int tasks, int done) {}
