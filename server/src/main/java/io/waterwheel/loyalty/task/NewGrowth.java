package io.waterwheel.loyalty.task;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.reward.Reward;

/// A growth programme as a person writes it: the tasks that name it, and what it brings when all are done.
///
/// @param text what members read
@Schema(name = "NewGrowthProgramme")
public record NewGrowth(String name, String text, Reward reward, boolean active) {}
