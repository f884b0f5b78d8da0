package io.waterwheel.touch.broadcast;

/// A job's parameters: which broadcast.
public record BroadcastTarget(long broadcast) {}
