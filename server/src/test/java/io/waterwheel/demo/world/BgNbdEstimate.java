package io.waterwheel.demo.world;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Maximum likelihood for BG/NBD (Fader, Hardie, Lee 2005, equation 6), written apart from the generator so
/// that both can be wrong only separately. Found by the simplex of Nelder and Mead (1965) on the logarithms of
/// the parameters.
record BgNbdEstimate(double r, double alpha, double a, double b) {

    /// @param repeats  orders after the first
    /// @param recency  weeks from the first order to the last
    /// @param observed weeks from the first order to the end
    record Seen(int repeats, double recency, double observed) {}

    double meanRate() {
        return r / alpha;
    }

    double meanDropout() {
        return a / (a + b);
    }

    static BgNbdEstimate of(List<Seen> buyers) {
        double[] best = minimum(at -> -logLikelihood(parameters(at), buyers), new double[] {0, 2, 0, 1});
        return parameters(best);
    }

    private static BgNbdEstimate parameters(double[] logs) {
        return new BgNbdEstimate(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
    }

    private static double logLikelihood(BgNbdEstimate p, List<Seen> buyers) {
        double constant = p.r * Math.log(p.alpha) - logGamma(p.r) + logGamma(p.a + p.b) - logGamma(p.b);
        double sum = 0;
        for (Seen seen : buyers) {
            int x = seen.repeats;
            double stays = -(p.r + x) * Math.log(p.alpha + seen.observed);
            double left = x == 0
                    ? Double.NEGATIVE_INFINITY
                    : Math.log(p.a / (p.b + x - 1)) - (p.r + x) * Math.log(p.alpha + seen.recency);
            double higher = Math.max(stays, left);
            sum += constant
                    + logGamma(p.r + x)
                    + logGamma(p.b + x)
                    - logGamma(p.a + p.b + x)
                    + higher
                    + Math.log(Math.exp(stays - higher) + Math.exp(left - higher));
        }
        return sum;
    }

    /// Stirling's series, moved up to where it is good to 1e-10.
    static double logGamma(double x) {
        double shift = 0;
        double at = x;
        while (at < 8) {
            shift += Math.log(at);
            at++;
        }
        double square = 1 / (at * at);
        double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / at;
        return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }

    private static double[] minimum(ToDoubleFunction<double[]> function, double[] start) {
        int n = start.length;
        Corner[] corners = new Corner[n + 1];
        for (int i = 0; i <= n; i++) {
            double[] at = start.clone();
            if (i < n) {
                at[i] += 0.5;
            }
            corners[i] = new Corner(at, function.applyAsDouble(at));
        }
        for (int step = 0; step < 400; step++) {
            Arrays.sort(corners, java.util.Comparator.comparingDouble(Corner::value));
            if (corners[n].value - corners[0].value < 1e-6) {
                break;
            }
            Corner reflected = towards(corners, -1, function);
            if (reflected.value < corners[0].value) {
                Corner expanded = towards(corners, -2, function);
                corners[n] = expanded.value < reflected.value ? expanded : reflected;
            } else if (reflected.value < corners[n - 1].value) {
                corners[n] = reflected;
            } else {
                Corner contracted = towards(corners, 0.5, function);
                if (contracted.value < corners[n].value) {
                    corners[n] = contracted;
                } else {
                    for (int i = 1; i <= n; i++) {
                        double[] at = between(corners[0].at, corners[i].at, 0.5);
                        corners[i] = new Corner(at, function.applyAsDouble(at));
                    }
                }
            }
        }
        return corners[0].at;
    }

    private record Corner(double[] at, double value) {}

    /// From the centre of the better corners by `factor` of the way to the worst.
    private static Corner towards(Corner[] corners, double factor, ToDoubleFunction<double[]> function) {
        int n = corners.length - 1;
        double[] centre = new double[n];
        for (int corner = 0; corner < n; corner++) {
            for (int i = 0; i < n; i++) {
                centre[i] += corners[corner].at[i] / n;
            }
        }
        double[] at = between(centre, corners[n].at, factor);
        return new Corner(at, function.applyAsDouble(at));
    }

    private static double[] between(double[] from, double[] to, double factor) {
        double[] at = new double[from.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = from[i] + factor * (to[i] - from[i]);
        }
        return at;
    }
}
