package io.waterwheel.customer.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Pairs with their weights, heaviest first.
public final class Links {

    private final int[] left;
    private final int[] right;
    private final float[] weight;

    private Links(int[] left, int[] right, float[] weight) {
        this.left = left;
        this.right = right;
        this.weight = weight;
    }

    public int size() {
        return left.length;
    }

    public int left(int link) {
        return left[link];
    }

    public int right(int link) {
        return right[link];
    }

    /// Bits that speak for one person, those of the prior not counted.
    public double weight(int link) {
        return weight[link];
    }

    /// How many are at least that heavy; they are the first so many.
    public int atLeast(double bits) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weight[middle] >= bits) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Each record with its heaviest partner, where that partner has none heavier: what two files give that hold
    /// each person once.
    public Links oneToOne() {
        int most = 0;
        for (int link = 0; link < size(); link++) {
            most = Math.max(most, Math.max(left[link], right[link]));
        }
        boolean[] taken = new boolean[most + 1];
        int[] kept = IntStream.range(0, size())
                .filter(link -> {
                    boolean free = !taken[left[link]] && !taken[right[link]];
                    if (free) {
                        taken[left[link]] = true;
                        taken[right[link]] = true;
                    }
                    return free;
                })
                .toArray();
        return only(kept);
    }

    Links only(int[] kept) {
        int[] lefts = new int[kept.length];
        int[] rights = new int[kept.length];
        float[] weights = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            lefts[i] = left[kept[i]];
            rights[i] = right[kept[i]];
            weights[i] = weight[kept[i]];
        }
        return new Links(lefts, rights, weights);
    }

    /// Gathers links without an object each.
    static final class Builder {

        private int[] left = new int[1024];
        private int[] right = new int[1024];
        private float[] weight = new float[1024];
        private int size;

        void add(int one, int other, double bits) {
            if (size == left.length) {
                int more = size + (size >> 1);
                left = Arrays.copyOf(left, more);
                right = Arrays.copyOf(right, more);
                weight = Arrays.copyOf(weight, more);
            }
            left[size] = Math.min(one, other);
            right[size] = Math.max(one, other);
            weight[size++] = (float) bits;
        }

        void addAll(Builder other) {
            for (int i = 0; i < other.size; i++) {
                add(other.left[i], other.right[i], other.weight[i]);
            }
        }

        /// Sorted by weight, then by record, so that the answer does not depend on which thread was quicker.
        Links build() {
            long[] order = new long[size];
            for (int i = 0; i < size; i++) {
                // The bits of a float order like a number once those below zero are turned; heaviest first.
                int raw = Float.floatToIntBits(weight[i]);
                int rising = raw ^ ((raw >> 31) & Integer.MAX_VALUE);
                order[i] = (long) ~rising << 32 | i;
            }
            Arrays.parallelSort(order);
            int[] places = new int[size];
            for (int i = 0; i < size; i++) {
                places[i] = (int) order[i];
            }
            Links sorted = new Links(left, right, weight).only(places);
            sorted.settleTies();
            return sorted;
        }
    }

    private void settleTies() {
        for (int begin = 0; begin < size(); ) {
            int end = begin + 1;
            while (end < size() && weight[end] == weight[begin]) {
                end++;
            }
            if (end - begin > 1) {
                long[] pairs = new long[end - begin];
                for (int i = begin; i < end; i++) {
                    pairs[i - begin] = (long) left[i] << 32 | right[i];
                }
                Arrays.sort(pairs);
                for (int i = begin; i < end; i++) {
                    left[i] = (int) (pairs[i - begin] >> 32);
                    right[i] = (int) pairs[i - begin];
                }
            }
            begin = end;
        }
    }
}
