package io.waterwheel.simulator.people;

import io.waterwheel.simulator.town.Received;
import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.Draws;
import io.waterwheel.simulator.world.Loopback;
import java.util.Optional;

/// What a person does with a message, in this order: read it, click its link, buy, and rest.
enum Step {
    READ,
    CLICK,
    BUY,
    REST;

    /// The step that comes next when the person goes on at all.
    static Step following(Received received) {
        return received.order() != null
                ? REST
                : received.clickedAt() != null ? BUY : received.readAt() != null ? CLICK : READ;
    }

    /// The step that the draws decide on, or none. Depends only on the seed, the person, the message and how far the
    /// person has come, so that a restarted simulator goes on where it was.
    static Optional<Step> next(long seed, Behaviour behaviour, Received received) {
        var step = following(received);
        double rate = switch (step) {
            case READ -> behaviour.readRate();
            case CLICK -> link(received).isPresent() ? behaviour.clickRate() : 0;
            case BUY -> behaviour.buyRate();
            case REST -> 0;
        };
        return step.draw(seed, received) < rate ? Optional.of(step) : Optional.empty();
    }

    /// The link that a click follows: the first that can be followed on this machine.
    static Optional<String> link(Received received) {
        return received.message().links().stream().filter(Loopback::accepts).findFirst();
    }

    /// How long the person takes, around the mean.
    double delayMillis(long seed, Behaviour behaviour, Received received) {
        var key = received.message().key();
        return behaviour.actionDelayMs() * (0.5 + Draws.uniform(seed, received.person(), key, name(), "delay"));
    }

    private double draw(long seed, Received received) {
        return Draws.uniform(seed, received.person(), received.message().key(), name());
    }
}
