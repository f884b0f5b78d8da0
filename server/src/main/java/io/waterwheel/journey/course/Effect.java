package io.waterwheel.journey.course;

import io.waterwheel.journey.language.ChangeTag;
import io.waterwheel.journey.language.EnterJourney;
import io.waterwheel.journey.language.Giving;
import io.waterwheel.journey.language.GuideWork;
import io.waterwheel.journey.language.Message;
import io.waterwheel.journey.language.Webhook;
import java.time.Instant;

/// What a node does to the world. It commits with the move that brings it about.
public sealed interface Effect {

    /// @param notAfter when it is no use any more
    record Ask(Message message, Instant notAfter) implements Effect {}

    record Tag(ChangeTag change) implements Effect {}

    record Task(GuideWork work, Instant dueAt) implements Effect {}

    record Give(Giving giving) implements Effect {}

    record Tell(Webhook webhook) implements Effect {}

    record LetInto(EnterJourney other) implements Effect {}
}
