/// The event catalogue: which events a brand has, what their properties are, what has changed; and the standard
/// ones.
@NullMarked
package io.waterwheel.intake.eventcatalogue;

import org.jspecify.annotations.NullMarked;
