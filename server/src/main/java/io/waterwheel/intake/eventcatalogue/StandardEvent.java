package io.waterwheel.intake.eventcatalogue;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An event whose name and properties mean the same for every brand.
///
/// @param name      as it stands in the log, in the spelling of Segment's e-commerce specification where that has it
/// @param spellings other names by which senders mean it
public record StandardEvent(
        String name, Topic topic, Text meaning, Set<String> spellings, List<StandardProperty> properties) {

    public StandardEvent {
        spellings = Set.copyOf(spellings);
        properties = List.copyOf(properties);
    }

    /// Whether only this product itself may record it.
    public boolean ours() {
        return EventNames.OURS.contains(name);
    }

    /// The name of its schema's file, such as `order-completed`.
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
