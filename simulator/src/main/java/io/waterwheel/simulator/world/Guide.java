package io.waterwheel.simulator.world;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

/// A member of the corp who serves customers (导购).
///
/// @param department ids of the departments the guide belongs to, the main one first
public record Guide(String userid, String name, List<Long> department) {
    public Guide {
        name = requireNonNullElse(name, userid);
        department = List.copyOf(requireNonNullElse(department, List.of()));
    }
}
