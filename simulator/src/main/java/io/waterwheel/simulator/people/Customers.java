package io.waterwheel.simulator.people;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Received;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.World;
import java.time.InstantSource;

/// Customers who read, click and buy.
final class Customers {
    private final Town town;
    private final Agenda agenda;
    private final Browser browser;
    private final InstantSource clock;

    Customers(Town town, Agenda agenda, Browser browser, InstantSource clock) {
        this.town = town;
        this.agenda = agenda;
        this.browser = browser;
        this.clock = clock;
    }

    /// Plans what the person does next with the message. Runs in the town's turn.
    void planNext(Received received) {
        var world = town.world();
        Step.next(world.seed(), town.behaviour(), received)
                .ifPresent(step -> agenda.after(
                        step.delayMillis(world.seed(), town.behaviour(), received), () -> take(step, world, received)));
    }

    private void take(Step step, World world, Received received) {
        // The link is opened outside the town's turn: the page behind it may well call this server.
        var link = Step.link(received).orElse("");
        if (step == Step.CLICK && !browser.open(link, received.person())) {
            return;
        }
        town.alone(() -> {
            // Meanwhile the world may have been replaced, or someone may have acted in the person's name.
            if (town.isIn(world) && Step.following(received) == step) {
                happen(step, received, link);
                planNext(received);
            }
            return true;
        });
    }

    private void happen(Step step, Received received, String link) {
        var person = received.person();
        var key = received.message().key();
        switch (step) {
            case READ -> town.record(new Fact.MessageRead(person, key, clock.millis()));
            case CLICK -> town.record(new Fact.LinkClicked(person, key, link, clock.millis()));
            case BUY -> buy(received);
            case REST -> {}
        }
    }

    private void buy(Received received) {
        var shopUserId =
                town.directory().person(received.person()).orElseThrow().shopUserId();
        if (shopUserId != null) {
            var key = received.message().key();
            town.record(new Fact.OrderPlaced(OrderDraw.of(
                    town.world().seed(), town.behaviour(), received.person(), shopUserId, key, key, clock.millis())));
        }
    }
}
