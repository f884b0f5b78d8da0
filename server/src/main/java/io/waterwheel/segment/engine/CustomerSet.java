package io.waterwheel.segment.engine;

import io.waterwheel.warehouse.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.ResultQuery;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/// Reads customers' numbers into bitmaps: about 200 million a second.
final class CustomerSet {

    private CustomerSet() {}

    static RoaringBitmap of(ResultQuery<?> query) {
        RoaringBitmapWriter<RoaringBitmap> writer = writer();
        int[] customers = new int[Numbers.PIECE];
        Numbers.read(query, piece -> {
            piece.integers(0, customers);
            add(customers, piece.rows(), writer);
        });
        return writer.get();
    }

    /// Reads a query's two columns, a customer's number and in which of some sets it is: a bit for each.
    static RoaringBitmap[] several(ResultQuery<?> query, int howMany) {
        List<RoaringBitmapWriter<RoaringBitmap>> writers =
                Stream.generate(CustomerSet::writer).limit(howMany).toList();
        int[] customers = new int[Numbers.PIECE];
        long[] which = new long[Numbers.PIECE];
        int[] members = new int[Numbers.PIECE];
        Numbers.read(query, piece -> {
            piece.integers(0, customers);
            piece.longs(1, which);
            for (int set = 0; set < howMany; set++) {
                int many = 0;
                for (int row = 0; row < piece.rows(); row++) {
                    members[many] = customers[row];
                    many += (int) (which[row] >> set) & 1;
                }
                add(members, many, writers.get(set));
            }
        });
        return writers.stream().map(RoaringBitmapWriter::get).toArray(RoaringBitmap[]::new);
    }

    private static RoaringBitmapWriter<RoaringBitmap> writer() {
        return RoaringBitmapWriter.writer()
                .doPartialRadixSort()
                .runCompress(false)
                .get();
    }

    private static void add(int[] customers, int many, RoaringBitmapWriter<RoaringBitmap> writer) {
        writer.addMany(many == customers.length ? customers : Arrays.copyOf(customers, many));
    }
}
