package io.waterwheel.segment.engine;

/// The warehouse did not read everything that was acknowledged in the time there was.
public final class WarehouseBehind extends RuntimeException {}
