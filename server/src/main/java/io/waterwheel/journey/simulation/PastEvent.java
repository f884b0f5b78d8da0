package io.waterwheel.journey.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Something one customer did.
///
/// @param properties those a journey asks for, by path
record PastEvent(String name, Instant at, Map<String, List<String>> properties) {}
