package io.waterwheel.segment.engine;

import io.waterwheel.warehouse.Numbers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jooq.ResultQuery;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/// Gathers customers' numbers, in any order, from a query: a few in a list, more in a bit for each number up to the
/// highest, which is four megabytes at thirty million. Writing a compressed set directly took two to five times as long
/// as the scan itself, these bits hardly anything.
final class CustomerSet {

    private static final int FEW = 1 << 16;

    private int[] few = new int[Numbers.PIECE];
    private int many;
    private long[] bits = {};

    private CustomerSet() {}

    /// Reads a query's only column.
    static RoaringBitmap of(ResultQuery<?> query) {
        CustomerSet set = new CustomerSet();
        int[] customers = new int[Numbers.PIECE];
        Numbers.read(query, piece -> {
            piece.integers(0, customers);
            set.add(customers, piece.rows());
        });
        return set.customers();
    }

    /// Reads a query's two columns, a customer's number and in which of some sets it is: a bit for each.
    static RoaringBitmap[] several(ResultQuery<?> query, int howMany) {
        CustomerSet[] sets =
                IntStream.range(0, howMany).mapToObj(_ -> new CustomerSet()).toArray(CustomerSet[]::new);
        int[] customers = new int[Numbers.PIECE];
        long[] which = new long[Numbers.PIECE];
        int[] members = new int[Numbers.PIECE + 1];
        Numbers.read(query, piece -> {
            piece.integers(0, customers);
            piece.longs(1, which);
            for (int set = 0; set < howMany; set++) {
                int found = 0;
                for (int row = 0; row < piece.rows(); row++) {
                    members[found] = customers[row];
                    found += (int) (which[row] >> set) & 1;
                }
                sets[set].add(members, found);
            }
        });
        return Arrays.stream(sets).map(CustomerSet::customers).toArray(RoaringBitmap[]::new);
    }

    private void add(int[] customers, int howMany) {
        if (bits.length == 0 && many + howMany <= FEW) {
            if (many + howMany > few.length) {
                few = Arrays.copyOf(few, Math.max(many + howMany, 2 * few.length));
            }
            System.arraycopy(customers, 0, few, many, howMany);
            many += howMany;
            return;
        }
        mark(few, many);
        many = 0;
        mark(customers, howMany);
    }

    private void mark(int[] customers, int howMany) {
        for (int i = 0; i < howMany; i++) {
            int word = customers[i] >> 6;
            if (word >= bits.length) {
                bits = Arrays.copyOf(bits, word + word / 2 + 1);
            }
            bits[word] |= 1L << customers[i];
        }
    }

    private RoaringBitmap customers() {
        return bits.length == 0 ? RoaringBitmap.bitmapOfUnordered(Arrays.copyOf(few, many)) : BitSetUtil.bitmapOf(bits);
    }
}
