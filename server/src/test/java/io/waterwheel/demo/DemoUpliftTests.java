package io.waterwheel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.demo.simulated.SimulatedWorld.Behaviour;
import io.waterwheel.demo.simulated.SimulatedWorld.Product;
import io.waterwheel.insight.effect.BroadcastResult;
import io.waterwheel.insight.effect.BroadcastResults;
import io.waterwheel.insight.effect.Effect;
import io.waterwheel.insight.effect.EffectMetric;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.simulator.Arguments;
import io.waterwheel.simulator.Simulator;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.warehouse.Warehouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole wheel with people whose reaction is known: what is measured is held against what is true.
@ServerTest
class DemoUpliftTests {

    /// Some 3,000 of them are friends of a guide.
    private static final int SIZE = 5_000;

    /// Quick and willing; some orders a second come anyway, to either side.
    private static final Behaviour WILLING = new Behaviour(
            1, 20, 0.9, 0.8, 0.5, 300, 12_000, 0.4, List.of(new Product("T1", "茶", new BigDecimal("59.00"))), 20);

    private final Simulator simulator =
            new Simulator(new Arguments(0, 0, Optional.empty()), InstantSource.system(), Duration.ofMillis(200));

    @Autowired
    Jobs jobs;

    @Autowired
    Brands brands;

    @Autowired
    SeededWorlds worlds;

    @Autowired
    BroadcastResults results;

    @Autowired
    Warehouse warehouse;

    @Autowired
    JsonMapper json;

    @AfterEach
    void nobodyGoesOnLiving() {
        simulator.close();
    }

    @Test
    void theMeasuredEffectIsTheTrueOne() {
        Brand brand = seed();
        BroadcastId broadcast = new BroadcastId(
                Objects.requireNonNull(worlds.find(brand).orElseThrow().broadcast()));
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> calm(brand, broadcast));

        JsonNode truth = ask("/sim/truth");
        BroadcastResult result = results.of(brand, broadcast);
        assertThat(result.delivered()).isEqualTo(reached(truth));
        assertThat(result.clicked()).isEqualTo(truth.path("clicked").asLong());
        assertThat(result.attributed().orders())
                .isGreaterThanOrEqualTo(truth.path("boughtFromClick").asLong());

        double reached = (double) result.delivered() / result.treated().customers();
        double trueOrdersPerPerson = reached * WILLING.ordersPerDelivered();
        Effect orders = result.effects().stream()
                .filter(effect -> effect.metric() == EffectMetric.ORDERS)
                .findFirst()
                .orElseThrow();
        // One interval in twenty misses by its own definition; twice as wide, one in some ten thousand does.
        double more = (orders.high() - orders.low()) / 2;
        assertThat(trueOrdersPerPerson).as("effect %s", orders).isBetween(orders.low() - more, orders.high() + more);
        assertThat(orders.shown()).isTrue();
        assertThat(result.holdout().orders()).as("orders that come anyway").isPositive();
    }

    private Brand seed() {
        SeedPlan plan = new SeedPlan("demo-uplift", "泊檐茶", 41, SIZE, URI.create(simulator.url()), WILLING);
        JobId id = jobs.start(new NewJob(DemoSeeder.KIND, Text.same("demo"), null, "events", plan, null));
        Job job = await().atMost(Duration.ofMinutes(10))
                .until(() -> jobs.find(id).orElseThrow(), each -> each.state().ended());
        assertThat(job.state()).as("%s", job).isEqualTo(JobState.DONE);
        return brands.byKey(plan.brand());
    }

    /// Everyone was written to, has done what they will do, and all of it is in the numbers.
    private void calm(Brand brand, BroadcastId broadcast) {
        JsonNode truth = ask("/sim/truth");
        assertThat(truth.path("boughtFromClick").asInt()).as("%s", truth).isPositive();
        assertThat(truth.path("ordersUntold").asInt()).as("%s", truth).isLessThanOrEqualTo(5);
        assertThat(truth.path("planned").asInt()).as("%s", truth).isLessThanOrEqualTo(5);
        assertThat(warehouse.catchUp(Duration.ofSeconds(5)))
                .as("the warehouse has caught up")
                .isTrue();
        BroadcastResult result = results.of(brand, broadcast);
        assertThat(result.delivered()).as("delivered").isEqualTo(reached(truth));
        assertThat(result.clicked())
                .as("clicked")
                .isEqualTo(truth.path("clicked").asLong());
    }

    /// Only the broadcast has a link: the demo's journey writes without.
    private static long reached(JsonNode truth) {
        return truth.path("deliveredWithLink").asLong();
    }

    private JsonNode ask(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(simulator.url() + path)).build();
            return json.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
