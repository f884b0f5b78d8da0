package io.waterwheel.exchange.event;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.LoggedEvent;
import java.util.Set;

/// Which events somebody wants to have.
///
/// @param names what happened; empty for everything
public record EventFilter(BrandId brand, Set<String> names) {

    public EventFilter {
        names = Set.copyOf(names);
    }

    public boolean takes(LoggedEvent event) {
        return event.brand().equals(brand) && (names.isEmpty() || names.contains(event.name()));
    }
}
