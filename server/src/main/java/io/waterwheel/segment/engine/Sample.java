package io.waterwheel.segment.engine;

import io.waterwheel.kernel.CustomerNo;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// A few members to look at, spread evenly from the oldest to the newest customer and the same ones each time.
public final class Sample {

    private static final int SIZE = 20;

    private Sample() {}

    public static List<CustomerNo> of(RoaringBitmap members) {
        int many = members.getCardinality();
        int size = Math.min(SIZE, many);
        return IntStream.range(0, size)
                .map(i -> members.select((int) ((long) i * many / size)))
                .mapToObj(CustomerNo::new)
                .toList();
    }
}
