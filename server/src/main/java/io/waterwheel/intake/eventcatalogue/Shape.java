package io.waterwheel.intake.eventcatalogue;

import java.util.List;

/// What a standard property must look like.
public sealed interface Shape {

    Shape TEXT = new Simple(PropertyType.TEXT);
    Shape NUMBER = new Simple(PropertyType.NUMBER);
    Shape BOOLEAN = new Simple(PropertyType.BOOLEAN);
    Shape TIME = new Simple(PropertyType.TIME);

    /// One value.
    record Simple(PropertyType type) implements Shape {}

    /// A list of objects that are alike, such as an order's lines.
    record ListOf(List<StandardProperty> properties) implements Shape {
        public ListOf {
            properties = List.copyOf(properties);
        }
    }

    default PropertyType type() {
        return switch (this) {
            case Simple(PropertyType type) -> type;
            case ListOf list -> PropertyType.LIST;
        };
    }
}
