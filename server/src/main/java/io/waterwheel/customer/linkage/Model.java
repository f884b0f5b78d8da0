package io.waterwheel.customer.linkage;

import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.ArrayList;
import java.util.List;

/// What each likeness of each field weighs, as estimated for these records.
///
/// The weight of a pair is the sum over its fields of log₂(m/u): m is how often records of one person stand to each
/// other like that, u how often those of two people do. A rare value that agrees counts by its own share instead of
/// the average u. Fellegi, I. and Sunter, A. (1969): A Theory for Record Linkage.
public final class Model {

    private final Records records;
    private final double[][] m;
    private final double[][] u;
    private final double[][] bits;
    private final float[][] rarity;
    private final double prior;

    /// @param prior how likely any two records are of one person, before anything is compared
    Model(Records records, double[][] m, double[][] u, double prior) {
        this(records, m, u, prior, new double[m.length][Likeness.COUNT], new float[m.length][]);
        for (int field = 0; field < m.length; field++) {
            for (int likeness = 0; likeness < Likeness.UNKNOWN.ordinal(); likeness++) {
                bits[field][likeness] = log2(m[field][likeness] / u[field][likeness]);
            }
            rarity[field] = rarity(records.columns().get(field), u[field][Likeness.SAME.ordinal()]);
        }
    }

    private Model(Records records, double[][] m, double[][] u, double prior, double[][] bits, float[][] rarity) {
        this.records = records;
        this.m = m;
        this.u = u;
        this.prior = prior;
        this.bits = bits;
        this.rarity = rarity;
    }

    private static float[] rarity(Column<?> column, double average) {
        if (!column.field().frequency()) {
            return new float[0];
        }
        float[] rarity = new float[column.distinct()];
        for (int code = 0; code < rarity.length; code++) {
            rarity[code] = (float) log2(average / column.share(code));
        }
        return rarity;
    }

    Model withPrior(double better) {
        return new Model(records, m, u, better, bits, rarity);
    }

    /// What one field says about a pair.
    ///
    /// @param bits above zero speaks for one person, below zero against
    public record Evidence(String field, Likeness likeness, double bits) {}

    /// How often records of one person stand to each other like that in this field.
    public double m(String field, Likeness likeness) {
        return m[records.indexOf(field)][likeness.ordinal()];
    }

    /// How often records of two people do.
    public double u(String field, Likeness likeness) {
        return u[records.indexOf(field)][likeness.ordinal()];
    }

    /// How likely any two records are of one person.
    public double prior() {
        return prior;
    }

    /// The bits that speak for one person, those of the prior not counted.
    public double weight(int left, int right) {
        List<Column<?>> columns = records.columns();
        double sum = 0;
        for (int field = 0; field < bits.length; field++) {
            sum += bits(columns.get(field), field, left, right);
        }
        return sum;
    }

    private double bits(Column<?> column, int field, int left, int right) {
        Likeness likeness = column.compare(left, right);
        double base = bits[field][likeness.ordinal()];
        return likeness == Likeness.SAME && rarity[field].length > 0 ? base + rarity[field][column.code(left)] : base;
    }

    /// How likely a pair of that weight is of one person, 0 … 1.
    public double probability(double weight) {
        double odds = Math.pow(2, weight) * prior / (1 - prior);
        return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
    }

    /// The weight at which a pair is as likely as that of one person.
    public double weightAt(double probability) {
        return log2(probability / (1 - probability)) - log2(prior / (1 - prior));
    }

    /// Field by field why a pair weighs what it weighs.
    public List<Evidence> explain(int left, int right) {
        List<Evidence> evidence = new ArrayList<>();
        for (int field = 0; field < bits.length; field++) {
            Column<?> column = records.columns().get(field);
            evidence.add(
                    new Evidence(column.field().name(), column.compare(left, right), bits(column, field, left, right)));
        }
        return evidence;
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
