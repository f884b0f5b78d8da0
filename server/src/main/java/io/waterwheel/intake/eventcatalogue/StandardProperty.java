package io.waterwheel.intake.eventcatalogue;

import io.waterwheel.kernel.Text;

/// One property of a standard event.
///
/// @param required the event tells nothing without it
public record StandardProperty(String name, Shape shape, boolean required, Text meaning) {

    static StandardProperty required(String name, Shape shape, String zh, String en) {
        return new StandardProperty(name, shape, true, new Text(zh, en));
    }

    static StandardProperty optional(String name, Shape shape, String zh, String en) {
        return new StandardProperty(name, shape, false, new Text(zh, en));
    }
}
