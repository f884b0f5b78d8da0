package io.waterwheel.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/// Milliseconds from sending an event to seeing it on its customer's page, the 99th of a hundred, while 5,000 events a
/// second come in of which one in twenty merges two customers. Baseline: the same with nothing else to do.
final class VisibleBench implements Target {

    private static final int PER_SECOND = 5_000;
    private static final int PROBES = 400;
    private static final int MOST_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 30;

    @Override
    public List<Measurement> run(Path project) throws Exception {
        try (Product product = new Product(project)) {
            product.start();
            Load load = new Load(product);
            probes(product, load, "warm", PROBES / 4);
            double alone = probes(product, load, "alone", PROBES);
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Long>> senders = List.of(
                        threads.submit(() -> load.steady("left", PER_SECOND / 2, over)),
                        threads.submit(() -> load.steady("right", PER_SECOND / 2, over)));
                double busy;
                try {
                    probes(product, load, "settling", PROBES / 4);
                    busy = probes(product, load, "busy", PROBES);
                } finally {
                    over.set(true);
                }
                for (Future<Long> sender : senders) {
                    if (sender.get() < PROBES) {
                        throw new IllegalStateException("the load did not come in");
                    }
                }
                if (busy > MOST_MILLIS) {
                    throw new IllegalStateException("an event took %.0f ms to be seen".formatted(busy));
                }
                return List.of(new Measurement(
                        "visible",
                        busy,
                        "ms from sent to seen on the profile, p99 at 5,000 events/s",
                        "idle, ms",
                        alone));
            }
        }
    }

    /// @return the 99th percentile in milliseconds
    private static double probes(Product product, Load load, String name, int count) throws Exception {
        double[] millis = new double[count];
        String who = "\"userId\":\"probe-" + name + "\"";
        try (BareHttp http = load.connection()) {
            http.post(one(Load.viewed(name + "-0", who, 0, 1)));
            int no = product.get("/api/brands/main/customers?q=probe-" + name)
                    .path("items")
                    .path(0)
                    .path("customerNo")
                    .asInt();
            String timeline = "/api/brands/main/customers/" + no + "/timeline?size=1";
            for (int probe = 0; probe < count; probe++) {
                int product1 = 1_000 + probe;
                long begin = System.nanoTime();
                http.post(one(Load.viewed(name + "-" + product1, who, product1, 1)));
                while (!newest(product.get(timeline)).contains("p" + product1)) {
                    if (System.nanoTime() - begin > PATIENCE_SECONDS * 1_000_000_000L) {
                        throw new IllegalStateException("an event is not seen");
                    }
                }
                millis[probe] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return Measurement.quantile(millis, 0.99);
    }

    private static byte[] one(String call) {
        return ("{\"batch\":[" + call + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static String newest(JsonNode page) {
        List<String> entries = new ArrayList<>();
        page.path("items").forEach(entry -> entries.add(entry.toString()));
        return entries.isEmpty() ? "" : entries.getFirst();
    }
}
