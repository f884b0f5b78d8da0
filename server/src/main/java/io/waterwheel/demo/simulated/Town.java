package io.waterwheel.demo.simulated;

import io.waterwheel.demo.simulated.SimulatedWorld.Behaviour;
import io.waterwheel.demo.simulated.SimulatedWorld.Callback;
import io.waterwheel.demo.simulated.SimulatedWorld.Department;
import io.waterwheel.demo.simulated.SimulatedWorld.Follow;
import io.waterwheel.demo.simulated.SimulatedWorld.Guide;
import io.waterwheel.demo.simulated.SimulatedWorld.Person;
import io.waterwheel.demo.simulated.SimulatedWorld.Product;
import io.waterwheel.demo.simulated.SimulatedWorld.Shop;
import io.waterwheel.demo.world.Customer;
import io.waterwheel.demo.world.Customer.WeComAccount;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.demo.world.Friendship;
import io.waterwheel.demo.world.Sale;
import io.waterwheel.demo.world.Store;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Moves the invented people into the simulator. They go on ordering about as often as in the last three
/// months, and some read, click and buy when they are written to.
public final class Town {

    private static final long ROOT = 1;
    private static final long STORES = 2;
    private static final Duration LATELY = Duration.ofDays(90);
    private static final double ORDER_SIGMA = 0.55;
    private static final int PRODUCTS = 60;

    private Town() {}

    /// @param callbackUrl where this server takes WeCom's callbacks
    /// @param trackUrl    where it takes the shop's events
    public static SimulatedWorld of(
            DemoWorld world,
            String name,
            Connection connection,
            Behaviour behaviour,
            String callbackUrl,
            String trackUrl,
            long seed) {
        return new SimulatedWorld(
                connection.corpId(),
                connection.secret(),
                connection.agentId(),
                new Callback(callbackUrl, connection.callbackToken(), connection.callbackAesKey()),
                departments(world, name),
                world.guides().stream()
                        .map(guide -> new Guide(
                                guide.userId(),
                                guide.name(),
                                List.of(guide.store().id())))
                        .toList(),
                world.customers().stream().map(Town::person).toList(),
                behaviour,
                new Shop(trackUrl, connection.shopWriteKey()),
                seed);
    }

    /// Quick people: within a minute of a broadcast its result can be seen.
    public static Behaviour lively(DemoWorld world) {
        Sale newest = world.sales().getLast();
        Instant since = newest.at().minus(LATELY);
        List<Sale> lately = world.sales().stream()
                .filter(sale -> sale.buyer() != null && sale.at().isAfter(since))
                .toList();
        double perDay =
                (double) lately.size() / LATELY.toDays() / world.customers().size();
        double mean = lately.stream().mapToLong(Sale::amount).average().orElse(0);
        return new Behaviour(
                0.96, 6_000, 0.62, 0.34, 0.22, perDay, Math.round(mean), ORDER_SIGMA, products(world), 4_000);
    }

    private static List<Department> departments(DemoWorld world, String name) {
        List<Department> departments = new ArrayList<>(world.stores().size() + 2);
        departments.add(new Department(ROOT, name, 0, 1));
        departments.add(new Department(STORES, "门店", ROOT, 1));
        for (Store store : world.stores()) {
            departments.add(new Department(store.id(), store.name(), STORES, store.id()));
        }
        return departments;
    }

    private static Person person(Customer customer) {
        WeComAccount wecom = customer.wecom();
        return new Person(
                customer.userId(),
                wecom == null ? null : wecom.externalUserid(),
                wecom == null ? null : wecom.unionid(),
                customer.name(),
                customer.email(),
                customer.userId(),
                customer.friends().stream().map(Town::follow).toList());
    }

    private static Follow follow(Friendship friendship) {
        return new Follow(friendship.guide().userId(), friendship.since().getEpochSecond(), friendship.addWay());
    }

    private static List<Product> products(DemoWorld world) {
        return world.products().stream()
                .limit(PRODUCTS)
                .map(product -> new Product(product.code(), product.name(), BigDecimal.valueOf(product.price(), 2)))
                .toList();
    }
}
