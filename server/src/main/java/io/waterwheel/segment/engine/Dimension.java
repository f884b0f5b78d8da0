package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.Attribute;
import java.util.List;
import org.jooq.Field;

/// An attribute in parts: every customer the brand knows is in exactly one of them.
public final class Dimension {

    private final Attribute attribute;
    private final List<Part> parts;
    private final PartIndex index;

    Dimension(Attribute attribute, List<Part> parts, PartIndex index) {
        this.attribute = attribute;
        this.parts = List.copyOf(parts);
        this.index = index;
    }

    public Attribute attribute() {
        return attribute;
    }

    /// In the order in which they are shown, "unknown" last.
    public List<Part> parts() {
        return parts;
    }

    PartIndex index() {
        return index;
    }

    /// How a scan finds a customer's part.
    sealed interface PartIndex {

        /// By an expression over the columns alone.
        record Computed(Field<Integer> part) implements PartIndex {}

        /// By the value as it is written.
        ///
        /// @param parts  of written values
        /// @param others of all values that are not among them
        /// @param none   of no value
        record Written(Field<String> column, java.util.Map<String, Integer> parts, int others, int none)
                implements PartIndex {}
    }
}
