package io.waterwheel.segment.tagging;

import io.waterwheel.kernel.CustomerNo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// A set of customers as a column keeps it.
public final class StoredSet {

    private StoredSet() {}

    public static byte[] bytes(RoaringBitmap set) {
        try {
            set.runOptimize();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(set.serializedSizeInBytes());
            set.serialize(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The set; empty when there is none.
    public static RoaringBitmap of(byte @Nullable [] bytes) {
        RoaringBitmap set = new RoaringBitmap();
        if (bytes != null) {
            try {
                set.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return set;
    }

    /// Hands out everyone above `after` in pieces, by number.
    public static void inPieces(RoaringBitmap set, int after, int size, Consumer<List<CustomerNo>> piece) {
        List<CustomerNo> next = new ArrayList<>(size);
        var numbers = set.getIntIterator();
        numbers.advanceIfNeeded(after + 1);
        while (numbers.hasNext()) {
            next.add(new CustomerNo(numbers.next()));
            if (next.size() == size) {
                piece.accept(List.copyOf(next));
                next.clear();
            }
        }
        if (!next.isEmpty()) {
            piece.accept(List.copyOf(next));
        }
    }
}
