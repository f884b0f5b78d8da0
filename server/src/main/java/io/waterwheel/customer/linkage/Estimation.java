package io.waterwheel.customer.linkage;

import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Estimates a [Model] from the records alone; nobody tells which of them are one person.
///
/// u is seen among random pairs, which are almost never of one person; the few that are get subtracted. m is
/// found by expectation–maximisation among the pairs of each blocking key in turn, leaving out the key's own
/// fields, which agree there by construction; the median over the keys stands. This is how Splink does it
/// (Linacre et al. 2022: Splink: Free software for probabilistic record linkage at scale).
final class Estimation {

    private static final int RANDOM_PAIRS = 500_000;
    private static final int RANDOM_PIECES = 64;

    /// Few records have few pairs; drawing each that often is enough.
    private static final int DRAWS_OF_EACH = 8;

    private static final long SESSION_PAIRS_MOST = 2_000_000;
    private static final int SESSION_PAIRS_LEAST = 200;
    private static final int ROUNDS = 3;
    private static final int STEPS_MOST = 500;
    private static final double SETTLED = 1e-5;
    private static final double LEAST = 1e-7;

    /// What of the agreement among random pairs stays at least, when that of one person's records is subtracted.
    private static final double LEFT_LEAST = 0.02;

    private static final int LEVELS = Likeness.UNKNOWN.ordinal();

    private final Records records;
    private final List<BlockingKey> keys;
    private final Candidates candidates;
    private final Cores cores;
    private final int fields;

    Estimation(Records records, List<BlockingKey> keys, Candidates candidates, Cores cores) {
        this.records = records;
        this.keys = keys;
        this.candidates = candidates;
        this.cores = cores;
        this.fields = records.columns().size();
    }

    Model estimate(long seed) {
        double[][] random = shares(randomPairs(seed));
        List<Session> sessions = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            Patterns patterns = patterns(key);
            if (patterns.total() >= SESSION_PAIRS_LEAST) {
                sessions.add(new Session(keys.get(key), patterns, (double) patterns.total() * stride(key)));
            }
        }
        double[][] u = random;
        double[][] m = first();
        double prior = 1 / Math.max(2, records.pairs());
        for (int round = 0; round < ROUNDS && !sessions.isEmpty(); round++) {
            run(sessions, m, u);
            m = median(sessions);
            prior = prior(sessions, m);
            u = without(random, m, prior);
        }
        return new Model(records, m, u, prior);
    }

    private void run(List<Session> sessions, double[][] m, double[][] u) {
        cores.gather(
                sessions.size(), Object::new, (unused, at) -> sessions.get(at).run(m, u));
    }

    /// Likely enough to begin with: most agree, few differ.
    private double[][] first() {
        double[][] m = new double[fields][LEVELS];
        for (double[] field : m) {
            Arrays.fill(field, 0.1 / (LEVELS - 1));
            field[Likeness.SAME.ordinal()] = 0.9;
        }
        return m;
    }

    private Patterns randomPairs(long seed) {
        int each = (int) (Math.min(RANDOM_PAIRS, records.pairs() * DRAWS_OF_EACH) / RANDOM_PIECES) + 1;
        List<Patterns> gathered = cores.gather(RANDOM_PIECES, Patterns::new, (mine, piece) -> {
            SplittableRandom random = new SplittableRandom(seed * RANDOM_PIECES + piece);
            for (int i = 0; i < each; i++) {
                int left = random.nextInt(records.size());
                int right = random.nextInt(records.size());
                if (left != right && records.comparable(left, right)) {
                    mine.add(Patterns.of(records.columns(), left, right), 1);
                }
            }
        });
        return joined(gathered);
    }

    private Patterns patterns(int key) {
        int stride = stride(key);
        int pieces = (candidates.pieces(key) + stride - 1) / stride;
        return joined(cores.gather(
                pieces,
                Patterns::new,
                (mine, piece) -> candidates.visitAll(
                        key,
                        piece * stride,
                        (left, right) -> mine.add(Patterns.of(records.columns(), left, right), 1))));
    }

    /// Every so many pieces of a key's pairs are looked at, when there are more than are needed.
    private int stride(int key) {
        return (int) Math.max(1, candidates.of(key).pairs() / SESSION_PAIRS_MOST);
    }

    private static Patterns joined(List<Patterns> parts) {
        Patterns all = parts.getFirst();
        parts.stream().skip(1).forEach(all::addAll);
        return all;
    }

    private double[][] shares(Patterns patterns) {
        double[][] shares = new double[fields][];
        for (int field = 0; field < fields; field++) {
            shares[field] = shares(patterns.ofField(field));
        }
        return shares;
    }

    private static double[] shares(double[] seen) {
        double known = 0;
        for (int level = 0; level < LEVELS; level++) {
            known += seen[level];
        }
        double[] shares = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            shares[level] = Math.max(LEAST, (seen[level] + 0.5) / (known + 0.5 * LEVELS));
        }
        return shares;
    }

    /// Agreement among random pairs less that of the few that are of one person.
    private double[][] without(double[][] random, double[][] m, double prior) {
        double[][] u = new double[fields][LEVELS];
        for (int field = 0; field < fields; field++) {
            for (int level = 0; level < LEVELS; level++) {
                double seen = random[field][level];
                u[field][level] =
                        Math.max(LEAST, Math.max(seen * LEFT_LEAST, (seen - prior * m[field][level]) / (1 - prior)));
            }
        }
        return u;
    }

    private double[][] median(List<Session> sessions) {
        double[][] m = first();
        for (int field = 0; field < fields; field++) {
            int at = field;
            List<double[]> estimates = sessions.stream()
                    .filter(session -> session.tells(at))
                    .map(session -> session.m[at])
                    .toList();
            if (estimates.isEmpty()) {
                continue;
            }
            double sum = 0;
            for (int level = 0; level < LEVELS; level++) {
                int one = level;
                m[field][level] = middle(estimates.stream()
                        .mapToDouble(estimate -> estimate[one])
                        .toArray());
                sum += m[field][level];
            }
            for (int level = 0; level < LEVELS; level++) {
                m[field][level] = Math.max(LEAST, m[field][level] / sum);
            }
        }
        return m;
    }

    /// Each key finds as many of one person's pairs as agree on its fields; so many must there be in all.
    private double prior(List<Session> sessions, double[][] m) {
        double[] priors = sessions.stream()
                .mapToDouble(session -> {
                    double found = 1;
                    for (int field = 0; field < fields; field++) {
                        found *= session.tells(field) ? 1 : m[field][Likeness.SAME.ordinal()];
                    }
                    return session.share * session.pairs / found / records.pairs();
                })
                .toArray();
        return Math.clamp(middle(priors), 1 / Math.max(2, records.pairs()), 0.5);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// Expectation–maximisation among the pairs of one key.
    private final class Session {

        private final boolean[] fixed = new boolean[fields];
        private final long[] patterns;
        private final long[] counts;
        private final double pairs;
        private double[][] m = new double[0][];
        private double share = 0.5;

        /// @param pairs how many there are of the key in all
        Session(BlockingKey key, Patterns seen, double pairs) {
            this.pairs = pairs;
            for (String field : key.fields()) {
                fixed[records.indexOf(field)] = true;
            }
            List<long[]> rows = new ArrayList<>();
            seen.each((pattern, count) -> rows.add(new long[] {pattern, count}));
            patterns = rows.stream().mapToLong(row -> row[0]).toArray();
            counts = rows.stream().mapToLong(row -> row[1]).toArray();
        }

        boolean tells(int field) {
            return !fixed[field];
        }

        void run(double[][] start, double[][] u) {
            m = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
            for (int step = 0; step < STEPS_MOST; step++) {
                if (step(u) < SETTLED) {
                    return;
                }
            }
        }

        /// @return by how much the estimate moved
        private double step(double[][] u) {
            double[][] logs = new double[fields][Likeness.COUNT];
            for (int field = 0; field < fields; field++) {
                for (int level = 0; level < LEVELS && !fixed[field]; level++) {
                    logs[field][level] = Math.log(m[field][level] / u[field][level]);
                }
            }
            double base = Math.log(share / (1 - share));
            double[][] seen = new double[fields][Likeness.COUNT];
            double matching = 0;
            double all = 0;
            for (int i = 0; i < patterns.length; i++) {
                double odds = base;
                for (int field = 0; field < fields; field++) {
                    odds += logs[field][Patterns.likeness(patterns[i], field)];
                }
                double expected = counts[i] / (1 + Math.exp(-odds));
                matching += expected;
                all += counts[i];
                for (int field = 0; field < fields; field++) {
                    seen[field][Patterns.likeness(patterns[i], field)] += expected;
                }
            }
            double moved = Math.abs(share - matching / all);
            share = Math.clamp(matching / all, 1e-9, 1 - 1e-9);
            for (int field = 0; field < fields; field++) {
                if (!fixed[field]) {
                    double[] next = shares(seen[field]);
                    for (int level = 0; level < LEVELS; level++) {
                        moved = Math.max(moved, Math.abs(next[level] - m[field][level]));
                    }
                    m[field] = next;
                }
            }
            return moved;
        }
    }
}
