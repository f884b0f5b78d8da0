package io.waterwheel.journey.web;

import org.jspecify.annotations.Nullable;

/// @param exit by which exit the node is left; its last when null
record SkipNode(@Nullable String exit) {}
