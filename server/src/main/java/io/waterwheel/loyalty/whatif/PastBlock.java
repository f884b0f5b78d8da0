package io.waterwheel.loyalty.whatif;

import io.waterwheel.warehouse.Numbers;
import java.util.Arrays;

/// The pasts of some members, all of each, row by row in columns: customer, then time. Times are milliseconds
/// since 1970.
final class PastBlock {

    int[] customer = new int[0];
    long[] at = new long[0];
    long[] position = new long[0];
    int[] kind = new int[0];
    long[] amount = new long[0];
    long[] x = new long[0];
    long[] y = new long[0];
    int rows;

    /// Takes rows out of a piece that was read.
    void add(Piece piece, int from, int to) {
        int many = to - from;
        if (rows + many > customer.length) {
            room(Math.max(rows + many, customer.length * 2));
        }
        System.arraycopy(piece.customer, from, customer, rows, many);
        System.arraycopy(piece.at, from, at, rows, many);
        System.arraycopy(piece.position, from, position, rows, many);
        System.arraycopy(piece.kind, from, kind, rows, many);
        System.arraycopy(piece.amount, from, amount, rows, many);
        System.arraycopy(piece.x, from, x, rows, many);
        System.arraycopy(piece.y, from, y, rows, many);
        rows += many;
    }

    int lastCustomer() {
        return customer[rows - 1];
    }

    private void room(int size) {
        customer = Arrays.copyOf(customer, size);
        at = Arrays.copyOf(at, size);
        position = Arrays.copyOf(position, size);
        kind = Arrays.copyOf(kind, size);
        amount = Arrays.copyOf(amount, size);
        x = Arrays.copyOf(x, size);
        y = Arrays.copyOf(y, size);
    }

    /// Some rows as the database hands them over.
    static final class Piece {

        final int[] customer = new int[Numbers.PIECE];
        final long[] at = new long[Numbers.PIECE];
        final long[] position = new long[Numbers.PIECE];
        final int[] kind = new int[Numbers.PIECE];
        final long[] amount = new long[Numbers.PIECE];
        final long[] x = new long[Numbers.PIECE];
        final long[] y = new long[Numbers.PIECE];

        void read(Numbers.Piece piece) {
            piece.integers(0, customer);
            piece.longs(1, at);
            piece.longs(2, position);
            piece.integers(3, kind);
            piece.longs(4, amount);
            piece.longs(5, x);
            piece.longs(6, y);
        }
    }
}
