package io.waterwheel.demo.world;

import java.util.List;

/// Random numbers that are the same on every machine and every Java: SplitMix64 (Steele, Lea, Flood 2014) with
/// strict arithmetic. Everyone who is drawn has a stream of their own, so that changing one does not change the
/// others.
public final class Draws {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /// The stream of the `index`-th of `what`.
    public static Draws of(long seed, String what, long index) {
        long state = mixed(seed);
        for (int i = 0; i < what.length(); i++) {
            state = mixed(state + GAMMA * (what.charAt(i) + 1));
        }
        return new Draws(mixed(state + GAMMA * (index + 1)));
    }

    long next() {
        state += GAMMA;
        return mixed(state);
    }

    private static long mixed(long value) {
        long a = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    /// In [0, 1).
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double from, double to) {
        return from + (to - from) * uniform();
    }

    /// From 0 to `bound` − 1.
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    public <T> T one(List<T> things) {
        return things.get(below(things.size()));
    }

    /// One of `things`, the likelier the more of the sum it stands for.
    ///
    /// @param upTo running sums of the weights
    int weighted(double[] upTo) {
        double at = uniform() * upTo[upTo.length - 1];
        int index = 0;
        while (index < upTo.length - 1 && upTo[index] <= at) {
            index++;
        }
        return index;
    }

    /// Exponential with mean 1.
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /// Standard normal (Box and Muller 1958).
    double normal() {
        double radius = StrictMath.sqrt(2 * exponential());
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double lognormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /// Gamma with mean `shape` ÷ `rate` (Marsaglia and Tsang 2000; below shape 1 by their boost).
    double gamma(double shape, double rate) {
        if (shape < 1) {
            return gamma(shape + 1, rate) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && -exponential() < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v / rate;
            }
        }
    }

    /// Beta with mean `a` ÷ (`a` + `b`).
    double beta(double a, double b) {
        double x = gamma(a, 1);
        return x / (x + gamma(b, 1));
    }
}
