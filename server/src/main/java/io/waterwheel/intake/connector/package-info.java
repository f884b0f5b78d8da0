/// Orders as e-commerce platforms tell them: what a connector is, and how its messages become standard events.
@NullMarked
package io.waterwheel.intake.connector;

import org.jspecify.annotations.NullMarked;
