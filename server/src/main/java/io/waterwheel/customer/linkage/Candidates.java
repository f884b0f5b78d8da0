package io.waterwheel.customer.linkage;

import java.util.List;

/// The pairs worth comparing: those that agree on one of the keys, each once.
final class Candidates {

    /// Blocks handed out at a time.
    private static final int PIECE = 512;

    private final Records records;
    private final List<Blocks> blocks;

    Candidates(Records records, List<BlockingKey> keys, int largest) {
        this.records = records;
        this.blocks = keys.stream().map(key -> Blocks.of(records, key, largest)).toList();
    }

    interface Visitor {
        void pair(int left, int right);
    }

    Blocks of(int key) {
        return blocks.get(key);
    }

    int pieces(int key) {
        return (blocks.get(key).count() + PIECE - 1) / PIECE;
    }

    /// One piece of a key's pairs, without those an earlier key brings already.
    void visit(int key, int piece, Visitor visitor) {
        visit(key, piece, key, visitor);
    }

    /// One piece of all of a key's pairs.
    void visitAll(int key, int piece, Visitor visitor) {
        visit(key, piece, 0, visitor);
    }

    private void visit(int key, int piece, int earlier, Visitor visitor) {
        Blocks of = blocks.get(key);
        int last = Math.min(of.count(), (piece + 1) * PIECE);
        for (int block = piece * PIECE; block < last; block++) {
            int end = of.begin(block + 1);
            for (int i = of.begin(block); i < end; i++) {
                for (int j = i + 1; j < end; j++) {
                    int left = of.member(i);
                    int right = of.member(j);
                    if (records.comparable(left, right) && !together(left, right, earlier)) {
                        visitor.pair(left, right);
                    }
                }
            }
        }
    }

    private boolean together(int left, int right, int earlier) {
        for (int key = 0; key < earlier; key++) {
            if (blocks.get(key).together(left, right)) {
                return true;
            }
        }
        return false;
    }
}
