package io.waterwheel.customer.linkage;

import java.util.Arrays;

/// The records of each key's value together. Values that very many records share are left out: they would cost the
/// square of their number and tell little, and other keys find those records.
final class Blocks {

    static final int NONE = -1;

    private static final int INDEX_BITS = 24;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    private final int[] members;
    private final int[] begins;
    private final int[] blockOf;
    private final int leftOut;
    private final long pairs;

    private Blocks(int[] members, int[] begins, int[] blockOf, int leftOut, long pairs) {
        this.members = members;
        this.begins = begins;
        this.blockOf = blockOf;
        this.leftOut = leftOut;
        this.pairs = pairs;
    }

    /// @param largest how many records a value may have
    static Blocks of(Records records, BlockingKey key, int largest) {
        if (records.size() > INDEX_MASK) {
            throw new IllegalArgumentException("at most " + INDEX_MASK + " records: " + records.size());
        }
        long[] sorted = keys(records, key);
        Arrays.parallelSort(sorted);
        int[] members = new int[sorted.length];
        int[] begins = new int[sorted.length / 2 + 1];
        int[] blockOf = new int[records.size()];
        Arrays.fill(blockOf, NONE);
        int filled = 0;
        int blocks = 0;
        int leftOut = 0;
        long pairs = 0;
        for (int begin = 0; begin < sorted.length; ) {
            int end = begin + 1;
            while (end < sorted.length && sorted[end] >>> INDEX_BITS == sorted[begin] >>> INDEX_BITS) {
                end++;
            }
            int size = end - begin;
            if (size > largest) {
                leftOut += size;
            } else if (size > 1) {
                begins[blocks] = filled;
                for (int i = begin; i < end; i++) {
                    int row = (int) (sorted[i] & INDEX_MASK);
                    blockOf[row] = blocks;
                    members[filled++] = row;
                }
                blocks++;
                pairs += (long) size * (size - 1) / 2;
            }
            begin = end;
        }
        begins[blocks] = filled;
        return new Blocks(Arrays.copyOf(members, filled), Arrays.copyOf(begins, blocks + 1), blockOf, leftOut, pairs);
    }

    /// Hash and row in one number, so that sorting brings a key's records together. With 40 bits of hash two keys
    /// of a million fall together about once, which only adds pairs.
    private static long[] keys(Records records, BlockingKey key) {
        long[] keys = new long[records.size()];
        int size = 0;
        Records.Row row = records.row();
        for (int i = 0; i < records.size(); i++) {
            String text = key.of().apply(row.at(i));
            if (text != null) {
                keys[size++] = hash(text) << INDEX_BITS | i;
            }
        }
        return Arrays.copyOf(keys, size);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }

    int count() {
        return begins.length - 1;
    }

    int begin(int block) {
        return begins[block];
    }

    int member(int place) {
        return members[place];
    }

    boolean together(int left, int right) {
        int block = blockOf[left];
        return block != NONE && block == blockOf[right];
    }

    /// Pairs inside the blocks, among them those of one side.
    long pairs() {
        return pairs;
    }

    /// How many records have a value that is too common.
    int leftOut() {
        return leftOut;
    }
}
