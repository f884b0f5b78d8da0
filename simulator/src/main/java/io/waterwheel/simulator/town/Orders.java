package io.waterwheel.simulator.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every order that people placed, and which of them the shop's endpoint has not taken yet.
public final class Orders {
    private final Map<String, List<Order>> byPerson = new HashMap<>();
    private final Map<String, Order> untold = new LinkedHashMap<>();
    private long base;
    private long fromClick;
    private long refused;
    private long totalMinor;

    public List<Order> of(String person) {
        return List.copyOf(byPerson.getOrDefault(person, List.of()));
    }

    /// How many came anyway; also the number of the next such order.
    public long base() {
        return base;
    }

    public long fromClick() {
        return fromClick;
    }

    public long totalMinor() {
        return totalMinor;
    }

    /// How many the shop's endpoint answered with a refusal.
    public long refused() {
        return refused;
    }

    /// Those that the shop's endpoint has still to take.
    public List<Order> untold() {
        return List.copyOf(untold.values());
    }

    /// @param toTell whether there is a shop to tell
    void place(Order order, boolean toTell) {
        byPerson.computeIfAbsent(order.person(), id -> new ArrayList<>()).add(order);
        if (toTell) {
            untold.put(order.id(), order);
        }
        totalMinor += order.totalMinor();
        if (order.messageKey() == null) {
            base++;
        } else {
            fromClick++;
        }
    }

    void told(String orderId, boolean taken) {
        if (untold.remove(orderId) != null && !taken) {
            refused++;
        }
    }
}
