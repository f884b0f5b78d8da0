package io.waterwheel.bench;

import io.waterwheel.customer.linkage.Linker;
import io.waterwheel.customer.linkage.Links;
import io.waterwheel.customer.linkage.PersonFields;
import io.waterwheel.customer.linkage.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Seconds to find which of a million records of invented Chinese customers are of one person, on two cores and
/// four gigabytes, from the first value to the last sorted link; no server is needed for it. Baseline: the plain
/// join on equal name and birthday. Both are held against the truth, and the bench fails when too much of it is
/// missed or made up, when it takes ten minutes, or when the heap is larger.
final class LinkageBench implements Target {

    private static final int RECORDS = 1_000_000;
    private static final long SEED = 20_260_101;
    private static final int CORES = 2;
    private static final double SURE = 0.9;
    private static final double SECONDS_MOST = 600;
    private static final double PRECISION_LEAST = 0.98;
    private static final double RECALL_LEAST = 0.80;
    private static final long HEAP_MOST = 4L << 30;

    private record Quality(long found, long right, long truth) {

        double precision() {
            return (double) right / found;
        }

        double recall() {
            return (double) right / truth;
        }

        String words() {
            return "precision %.4f, recall %.4f".formatted(precision(), recall());
        }
    }

    @Override
    public List<Measurement> run(Path project) {
        int records = Integer.getInteger("waterwheel.linkage.records", RECORDS);
        if (Runtime.getRuntime().maxMemory() > HEAP_MOST) {
            throw new IllegalStateException("this is to be measured with a heap of 4 GiB: -Xmx4g");
        }
        List<InventedCustomers.Entry> entries = InventedCustomers.draw(records, SEED);
        long truth = truth(entries);

        long begin = System.nanoTime();
        Quality exact = exactJoin(entries, truth);
        double baseline = seconds(begin);

        begin = System.nanoTime();
        Records.Builder builder = new Records.Builder(PersonFields.fields());
        entries.forEach(entry -> builder.add(0, entry.values()));
        Linker linker = new Linker(builder.build(), PersonFields.keys(), PersonFields.LARGEST_BLOCK, CORES);
        Linker.Outcome outcome = linker.link(1);
        double took = seconds(begin);

        Quality linked = quality(
                entries,
                outcome.links(),
                outcome.links().atLeast(outcome.model().weightAt(SURE)),
                truth);
        System.err.printf(
                "%d records, %d pairs of one person, %d pairs looked at: %.1f s, %s; exact join %.1f s, %s%n",
                records, truth, linker.pairs(), took, linked.words(), baseline, exact.words());
        if (took > SECONDS_MOST || linked.precision() < PRECISION_LEAST || linked.recall() < RECALL_LEAST) {
            throw new IllegalStateException("%.0f s, %s".formatted(took, linked.words()));
        }
        return List.of(new Measurement(
                "linkage",
                took,
                "s for %,d records, %d cores (%s)".formatted(records, CORES, linked.words()),
                "exact join on name and birthday, s (%s)".formatted(exact.words()),
                baseline));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long truth(List<InventedCustomers.Entry> entries) {
        Map<Integer, Long> counts = new HashMap<>();
        entries.forEach(entry -> counts.merge(entry.person(), 1L, Long::sum));
        return counts.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    private static Quality exactJoin(List<InventedCustomers.Entry> entries, long truth) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (InventedCustomers.Entry entry : entries) {
            if (entry.values()[0] != null && entry.values()[1] != null) {
                groups.computeIfAbsent(entry.values()[0] + entry.values()[1], unused -> new ArrayList<>(1))
                        .add(entry.person());
            }
        }
        long found = 0;
        long right = 0;
        for (List<Integer> group : groups.values()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    found++;
                    right += group.get(i).equals(group.get(j)) ? 1 : 0;
                }
            }
        }
        return new Quality(found, right, truth);
    }

    private static Quality quality(List<InventedCustomers.Entry> entries, Links links, int taken, long truth) {
        long right = 0;
        for (int link = 0; link < taken; link++) {
            right += entries.get(links.left(link)).person()
                            == entries.get(links.right(link)).person()
                    ? 1
                    : 0;
        }
        return new Quality(taken, right, truth);
    }
}
