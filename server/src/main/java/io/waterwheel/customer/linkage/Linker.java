package io.waterwheel.customer.linkage;

import java.util.List;

/// Finds the pairs of records that are likely of one person. Cost: a little more than linear in the records as
/// long as the keys are selective, for only pairs that agree on a key are looked at and common values of keys are
/// left out.
public final class Linker {

    /// How far below an even chance pairs are still kept, in bits: their share of the whole is needed for the
    /// prior.
    private static final double BELOW_EVEN = 12;

    private static final int PRIOR_STEPS = 50;

    private final Records records;
    private final Candidates candidates;
    private final Estimation estimation;
    private final List<BlockingKey> keys;
    private final Cores cores;

    /// @param largestBlock how many records may share a key's value before it is left out
    /// @param threads      how many cores it may use
    public Linker(Records records, List<BlockingKey> keys, int largestBlock, int threads) {
        this.records = records;
        this.keys = List.copyOf(keys);
        this.cores = new Cores(threads);
        this.candidates = new Candidates(records, keys, largestBlock);
        this.estimation = new Estimation(records, keys, candidates, cores);
    }

    /// @param links those worth looking at, heaviest first
    public record Outcome(Model model, Links links) {}

    /// @param seed of the random pairs
    public Outcome link(long seed) {
        Model model = estimation.estimate(seed);
        Links links = weigh(model, model.weightAt(0.5) - BELOW_EVEN);
        return new Outcome(model.withPrior(prior(model, links)), links);
    }

    /// How many pairs agree on a key, counted once for each.
    public long pairs() {
        long pairs = 0;
        for (int key = 0; key < keys.size(); key++) {
            pairs += candidates.of(key).pairs();
        }
        return pairs;
    }

    /// How many records of a key have a value that too many share.
    public int leftOut(int key) {
        return candidates.of(key).leftOut();
    }

    private Links weigh(Model model, double least) {
        Links.Builder all = new Links.Builder();
        for (int key = 0; key < keys.size(); key++) {
            int of = key;
            cores.gather(
                            candidates.pieces(key),
                            Links.Builder::new,
                            (mine, piece) -> candidates.visit(of, piece, (left, right) -> {
                                double weight = model.weight(left, right);
                                if (weight >= least) {
                                    mine.add(left, right, weight);
                                }
                            }))
                    .forEach(all::addAll);
        }
        return all.build();
    }

    /// The share of pairs of one person that agrees with the probabilities it gives the pairs.
    private double prior(Model model, Links links) {
        double prior = model.prior();
        for (int step = 0; step < PRIOR_STEPS; step++) {
            Model now = model.withPrior(prior);
            double expected = 0;
            for (int link = 0; link < links.size(); link++) {
                expected += now.probability(links.weight(link));
            }
            prior = Math.clamp(expected, 1, records.pairs() / 2) / records.pairs();
        }
        return prior;
    }
}
