package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.NewEvent;

/// What a raw event turned out to be.
sealed interface Reading {

    record Taken(NewEvent event) implements Reading {}

    record Refused(RefusalReason reason) implements Reading {}
}
