package io.waterwheel.simulator.people;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Draws;
import io.waterwheel.simulator.world.Person;
import io.waterwheel.simulator.world.World;
import java.time.InstantSource;
import java.util.List;

/// Orders that come anyway: one Poisson stream over all who have an account in the shop, so that a crowd costs no
/// more than one person.
final class BaseOrders {
    private static final double MILLIS_PER_DAY = 24 * 60 * 60 * 1000.0;

    private final Town town;
    private final Agenda agenda;
    private final InstantSource clock;
    private int plan;

    BaseOrders(Town town, Agenda agenda, InstantSource clock) {
        this.town = town;
        this.agenda = agenda;
        this.clock = clock;
    }

    /// Starts the stream anew at the current rate. A Poisson stream has no memory, so nothing is lost by that. Runs
    /// in the town's turn.
    void restart() {
        plan++;
        var shoppers = town.world().people().stream()
                .filter(person -> person.shopUserId() != null)
                .toList();
        double perMilli = town.behaviour().baseOrdersPerPersonPerDay() * shoppers.size() / MILLIS_PER_DAY;
        if (perMilli > 0 && town.world().shop() != null) {
            planNext(plan, town.world(), shoppers, perMilli, System.nanoTime());
        }
    }

    /// The wait counts from when the order before was due, not from when it was done: a slow shop must not slow
    /// demand.
    private void planNext(int current, World world, List<Person> shoppers, double perMilli, long previousNanos) {
        var number = Long.toString(town.orders().base());
        double waitMillis = -Math.log(1 - Draws.uniform(world.seed(), "arrival", number)) / perMilli;
        long dueNanos = previousNanos + (long) (waitMillis * 1e6);
        agenda.after(
                (dueNanos - System.nanoTime()) / 1e6,
                () -> town.alone(() -> {
                    if (plan == current) {
                        order(world, shoppers, "base-" + number);
                        planNext(current, world, shoppers, perMilli, dueNanos);
                    }
                    return true;
                }));
    }

    private void order(World world, List<Person> shoppers, String key) {
        var person = shoppers.get((int) (Draws.uniform(world.seed(), key, "person") * shoppers.size()));
        var shopUserId = person.shopUserId();
        if (shopUserId != null) {
            town.record(new Fact.OrderPlaced(
                    OrderDraw.of(world.seed(), town.behaviour(), person.id(), shopUserId, null, key, clock.millis())));
        }
    }
}
