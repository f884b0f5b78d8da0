package io.waterwheel.loyalty.task;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A task as a person writes it.
///
/// @param growth the growth programme it belongs to; null for none
@Schema(name = "NewLoyaltyTask")
public record NewTask(String name, @Nullable String growth, TaskDefinition definition) {}
