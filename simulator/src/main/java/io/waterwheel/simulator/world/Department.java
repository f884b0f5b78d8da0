package io.waterwheel.simulator.world;

/// A department as `/department/list` returns it; the root's parent is 0.
public record Department(long id, String name, long parentid, long order) {}
