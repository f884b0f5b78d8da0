/// What people do with events that could not be taken: look, correct, replay, discard.
@NullMarked
package io.waterwheel.intake.quarantine;

import org.jspecify.annotations.NullMarked;
