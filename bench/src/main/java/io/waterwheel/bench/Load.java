package io.waterwheel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// Sends batches of calls to the collector, over as many connections at once as a shop's servers would hold.
final class Load {

    static final int CONNECTIONS = 64;
    static final int BATCH = 100;

    private static final int REQUESTS_MOST = 5_000;

    /// To the millisecond, as the Segment libraries write it.
    private static final String NOW =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();

    private final URI address;
    private final String key;

    Load(Product product) throws IOException, InterruptedException {
        this(product, "bench");
    }

    /// @param source what it calls itself; once in a product
    Load(Product product, String source) throws IOException, InterruptedException {
        this.address = product.uri("/v1/batch");
        this.key = product.post("/api/brands/main/sources", "{\"name\": \"" + source + "\"}")
                .path("writeKey")
                .asString();
    }

    BareHttp connection() throws IOException {
        return new BareHttp(address, key);
    }

    /// Each connection sends one batch after the other.
    ///
    /// @return the seconds until all were acknowledged
    double send(List<byte[]> batches) throws Exception {
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int sender = 0; sender < CONNECTIONS; sender++) {
            int first = sender;
            senders.add(() -> {
                try (BareHttp http = connection()) {
                    for (int i = first; i < batches.size(); i += CONNECTIONS) {
                        http.post(batches.get(i));
                    }
                }
                return first;
            });
        }
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<Integer> sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// Sends [Traffic] over one connection at a time, evenly, until told to end; what is late because the server is
    /// behind is sent at once.
    ///
    /// @return how many calls were acknowledged
    long steady(String stream, int perSecond, AtomicBoolean over) throws IOException {
        Random random = new Random(stream.hashCode());
        long gap = 1_000_000_000L * BATCH / perSecond;
        long begin = System.nanoTime();
        int sent = 0;
        while (!over.get()) {
            // A server ends a connection after so many requests.
            try (BareHttp http = connection()) {
                for (int i = 0; i < REQUESTS_MOST && !over.get(); i++) {
                    int first = sent;
                    http.post(batches(BATCH, n -> Traffic.call(stream, first + n, random))
                            .getFirst());
                    sent += BATCH;
                    LockSupport.parkNanos(begin + sent / BATCH * gap - System.nanoTime());
                }
            }
        }
        return sent;
    }

    /// @param call the text of the nth call
    static List<byte[]> batches(int calls, IntFunction<String> call) {
        List<byte[]> batches = new ArrayList<>(calls / BATCH + 1);
        for (int first = 0; first < calls; first += BATCH) {
            StringBuilder json = new StringBuilder("{\"batch\":[");
            for (int i = first; i < Math.min(calls, first + BATCH); i++) {
                json.append(i == first ? "" : ",").append(call.apply(i));
            }
            batches.add(json.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
        return batches;
    }

    /// @param who the identifiers as JSON members, such as `"userId":"u7"`
    static String viewed(String messageId, String who, int product, double price) {
        return tracked("Product Viewed", messageId, who, product, price);
    }

    /// Something somebody did with a product.
    static String tracked(String event, String messageId, String who, int product, double price) {
        return "{\"type\":\"track\",\"messageId\":\"" + messageId + "\"," + who
                + ",\"event\":\"" + event + "\",\"timestamp\":\"" + NOW + "\",\"properties\":{\"product_id\":\"p"
                + product
                + "\",\"price\":" + price + ",\"category\":\"tea\",\"channel\":\"mini-program\"}}";
    }

    static String identified(String messageId, String who) {
        return "{\"type\":\"identify\",\"messageId\":\"" + messageId + "\"," + who + ",\"timestamp\":\"" + NOW
                + "\",\"traits\":{\"city\":\"杭州\"}}";
    }
}
