package io.waterwheel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Thirty minutes (WATERWHEEL_SOAK_MINUTES makes it shorter) of 3,000 events a second, one in twenty merging two
/// customers, with a person looking at pages. Memory and lag must not grow: the figure is what is alive on the server's
/// heap in the last third, the baseline that of the third before. What the process holds beyond that,
/// room the collector keeps and the warehouse's cache, has limits of its own and is told beside it.
final class SoakBench implements Target {

    private static final int PER_SECOND = 3_000;
    private static final int SENDERS = 3;
    private static final int SAMPLE_SECONDS = 30;
    private static final double GROWTH_MOST = 1.05;
    private static final long LAG_MOST = 60L * PER_SECOND;
    private static final List<String> PAGES =
            List.of("/api/brands/main/customers", "/api/brands/main/home", "/api/brands/main/sources");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern ALIVE = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    /// @param alive    megabytes on the heap after everything else was collected
    /// @param resident megabytes of the process
    /// @param lag      events that the slowest follower of the log has still to read
    private record Sample(double alive, double resident, long lag) {}

    @Override
    public List<Measurement> run(Path project) throws Exception {
        String wanted = System.getenv("WATERWHEEL_SOAK_MINUTES");
        int samples = (wanted == null ? 30 : Integer.parseInt(wanted)) * 60 / SAMPLE_SECONDS;
        try (Product product = new Product(project)) {
            product.start();
            Load load = new Load(product);
            AtomicBoolean over = new AtomicBoolean();
            List<Sample> seen = new ArrayList<>();
            long acknowledged;
            try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
                    Connection database = product.database()) {
                List<Future<Long>> senders = IntStream.range(0, SENDERS)
                        .mapToObj(n -> threads.submit(() -> load.steady("soak" + n, PER_SECOND / SENDERS, over)))
                        .toList();
                try {
                    watch(product, database, samples, seen, senders);
                } finally {
                    over.set(true);
                }
                acknowledged = 0;
                for (Future<Long> sender : senders) {
                    acknowledged += sender.get();
                }
                long stored = number(database, "select count(*) from kernel.event where source = 'bench'");
                if (stored != acknowledged) {
                    throw new IllegalStateException(acknowledged + " acknowledged, " + stored + " stored");
                }
            }
            double before = alive(seen.subList(samples / 3, 2 * samples / 3));
            double after = alive(seen.subList(2 * samples / 3, samples));
            long lag = seen.getLast().lag;
            if (after > GROWTH_MOST * before
                    || lag > LAG_MOST
                    || acknowledged < 0.9 * samples * SAMPLE_SECONDS * PER_SECOND) {
                throw new IllegalStateException("%d events, %.0f MB, then %.0f MB, %d events behind"
                        .formatted(acknowledged, before, after, lag));
            }
            return List.of(new Measurement(
                    "soak",
                    after,
                    "MB alive in the last third of %d events, %.0f MB resident and %d behind at the end"
                            .formatted(acknowledged, seen.getLast().resident, lag),
                    "MB alive in the second third",
                    before));
        }
    }

    private static void watch(
            Product product, Connection database, int samples, List<Sample> seen, List<Future<Long>> senders)
            throws Exception {
        long begin = System.nanoTime();
        while (seen.size() < samples) {
            for (Future<Long> sender : senders) {
                if (sender.isDone()) {
                    throw new IllegalStateException("a sender ended after " + sender.get() + " events");
                }
            }
            for (String page : PAGES) {
                product.get(page);
            }
            long due = begin + (seen.size() + 1L) * SAMPLE_SECONDS * 1_000_000_000L;
            LockSupport.parkNanos(due - System.nanoTime());
            if (System.nanoTime() >= due) {
                long lag = lag(product, database);
                Sample sample = new Sample(alive(product), resident(product), lag);
                seen.add(sample);
                System.err.printf(
                        "%d: %.0f MB alive, %.0f MB resident, %d behind%n",
                        seen.size(), sample.alive, sample.resident, lag);
            }
        }
    }

    private static double resident(Product product) throws IOException {
        return number(RESIDENT, Files.readString(Path.of("/proc", product.pid() + "", "status"))) / 1024.0;
    }

    /// The virtual machine collects before it counts.
    private static double alive(Product product) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(product.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return number(ALIVE, said) / 1024.0 / 1024.0;
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the server's memory is not told");
        }
        return Long.parseLong(found.group(1));
    }

    private static double alive(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::alive).average().orElseThrow();
    }

    private static long lag(Product product, Connection database) throws Exception {
        long end = number(database, "select coalesce(max(position), 0) from kernel.event");
        long slowest = number(database, "select coalesce(min(position), 0) from kernel.consumer_offset");
        JsonNode metric = product.get("/actuator/metrics/warehouse.position");
        long warehouse = metric.path("measurements").path(0).path("value").asLong();
        return end - Math.min(slowest, warehouse);
    }

    private static long number(Connection database, String question) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
