package io.waterwheel.simulator.people;

import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Order;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Loopback;
import io.waterwheel.simulator.world.Shop;
import io.waterwheel.simulator.world.World;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the shop's tracking endpoint of orders, as the Segment libraries do: the same message again, ever more
/// slowly, until it is taken or refused.
final class Till implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Till.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final Town town;
    private final Agenda agenda;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Till(Town town, Agenda agenda, InstantSource clock) {
        this.town = town;
        this.agenda = agenda;
        this.clock = clock;
    }

    /// Plans to tell of the order. Runs in the town's turn.
    void planTelling(Order order) {
        var shop = town.world().shop();
        if (shop != null) {
            plan(town.world(), shop, order, 0);
        }
    }

    private void plan(World world, Shop shop, Order order, int triesBefore) {
        long pause = triesBefore == 0 ? 0 : Math.min(LONGEST_PAUSE_MILLIS, 250L << Math.min(triesBefore, 8));
        agenda.after((double) pause, () -> {
            if (town.isIn(world)) {
                tell(world, shop, order, triesBefore);
            }
        });
    }

    private void tell(World world, Shop shop, Order order, int triesBefore) {
        int status = status(shop, order);
        boolean taken = status / 100 == 2;
        boolean refused = status / 100 == 4 && status != 429;
        if (refused) {
            LOG.warn("an order was refused order={} status={}", order.id(), status);
        }
        if (!taken && !refused) {
            plan(world, shop, order, triesBefore + 1);
            return;
        }
        town.alone(() -> {
            if (town.isIn(world)) {
                town.record(new Fact.OrderTold(order.id(), taken));
            }
            return taken;
        });
    }

    private int status(Shop shop, Order order) {
        var request = HttpRequest.newBuilder(Loopback.require(shop.trackUrl()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + basic(shop.writeKey()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Json.bytes(OrderEvent.of(order, shop.currency(), clock.instant()))))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return 503;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    private static String basic(String writeKey) {
        return Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
