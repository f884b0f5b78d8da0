package io.waterwheel.simulator.people;

import io.waterwheel.simulator.town.Order;
import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.Draws;
import org.jspecify.annotations.Nullable;

/// Draws what an order is worth and what it holds.
final class OrderDraw {
    private OrderDraw() {}

    /// The value is log-normal with the behaviour's mean and sigma: the location is ln(mean) − sigma²/2, because
    /// that is what makes the mean come out.
    ///
    /// @param key what the draws hang on: a message's key or the number of a base order
    static Order of(
            long seed,
            Behaviour behaviour,
            String person,
            String shopUserId,
            @Nullable String messageKey,
            String key,
            long at) {
        double sigma = behaviour.orderSigma();
        double location = Math.log((double) Math.max(1, behaviour.orderMeanMinor())) - sigma * sigma / 2;
        double total = Math.exp(location + sigma * Draws.normal(seed, person, key));
        var products = behaviour.products();
        var product = products.isEmpty()
                ? null
                : products.get((int) (Draws.uniform(seed, person, key, "product") * products.size()));
        var id = "SIM-" + Long.toUnsignedString(Draws.hash(seed, person, key, "order"), 36);
        return new Order(id, person, shopUserId, messageKey, Math.max(1, Math.round(total)), product, at);
    }
}
