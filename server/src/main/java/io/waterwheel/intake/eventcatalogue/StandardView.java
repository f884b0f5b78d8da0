package io.waterwheel.intake.eventcatalogue;

import java.util.List;

/// A standard event in the reader's words.
///
/// @param spellings other names by which senders mean it
public record StandardView(
        String name, Topic topic, String meaning, boolean ours, List<String> spellings, List<Field> properties) {

    /// @param name inside a list's objects as `products[].price`
    public record Field(String name, PropertyType type, boolean required, String meaning) {}
}
