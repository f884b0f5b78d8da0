package io.waterwheel.simulator.control;

import io.waterwheel.simulator.callback.Callbacks;
import io.waterwheel.simulator.fault.Fault;
import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.people.Population;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.wecom.Tokens;
import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parts of `/sim` that shape the world as a whole.
public final class ControlApi {
    private final Town town;
    private final Population population;
    private final Faults faults;
    private final Callbacks callbacks;
    private final Tokens tokens;

    public ControlApi(Town town, Population population, Faults faults, Callbacks callbacks, Tokens tokens) {
        this.town = town;
        this.population = population;
        this.faults = faults;
        this.callbacks = callbacks;
        this.tokens = tokens;
    }

    public void register(Routes routes) {
        routes.on("PUT", "/sim/world", this::setWorld)
                .on("GET", "/sim/world", request -> Answer.json(town.alone(town::world)))
                .on("PATCH", "/sim/behaviour", this::changeBehaviour)
                .on("GET", "/sim/behaviour", request -> Answer.json(town.alone(town::behaviour)))
                .on("GET", "/sim/truth", request -> Answer.json(town.alone(this::truth)))
                .on("POST", "/sim/faults", this::addFault)
                .on("GET", "/sim/faults", request -> Answer.json(faults.waiting()))
                .on("DELETE", "/sim/faults", request -> {
                    faults.clear();
                    return Answer.json(Map.of());
                })
                .on(
                        "POST",
                        "/sim/tokens/expire",
                        request -> town.alone(() -> {
                            tokens.expire();
                            return Answer.json(Map.of());
                        }));
    }

    private Answer setWorld(Request request) {
        var world = Json.read(request.body(), World.class);
        return town.alone(() -> {
            town.record(new Fact.WorldSet(world));
            return Answer.json(Map.of(
                    "people", world.people().size(), "guides", world.guides().size()));
        });
    }

    private Answer changeBehaviour(Request request) {
        return town.alone(() -> {
            var changed = Json.patched(town.behaviour(), request.body(), Behaviour.class);
            town.record(new Fact.BehaviourSet(changed));
            return Answer.json(changed);
        });
    }

    private Answer addFault(Request request) {
        var fault = Json.read(request.body(), Fault.class);
        faults.add(fault);
        return Answer.json(fault);
    }

    /// What really happened, against which an analysis can be held.
    private Map<String, Object> truth() {
        var deliveries = town.inboxes().deliveries();
        var orders = town.orders();
        var truth = new LinkedHashMap<String, Object>();
        truth.put("buyPerDelivered", town.behaviour().buyPerDelivered());
        truth.put("orderMeanMinor", town.behaviour().orderMeanMinor());
        truth.put("delivered", deliveries.size());
        truth.put(
                "deliveredWithLink",
                deliveries.stream()
                        .filter(each -> !each.message().links().isEmpty())
                        .count());
        truth.put(
                "read",
                deliveries.stream().filter(each -> each.readAt() != null).count());
        truth.put(
                "clicked",
                deliveries.stream().filter(each -> each.clickedAt() != null).count());
        truth.put("boughtFromClick", orders.fromClick());
        truth.put("baseOrders", orders.base());
        truth.put("orderTotalMinor", orders.totalMinor());
        truth.put("ordersUntold", orders.untold().size());
        truth.put("ordersRefused", orders.refused());
        truth.put("unclaimedMail", town.inboxes().unclaimedMail());
        truth.put("planned", population.planned());
        truth.put("callbacks", callbacks.count());
        return truth;
    }
}
