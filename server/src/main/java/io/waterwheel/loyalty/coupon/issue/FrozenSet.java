package io.waterwheel.loyalty.coupon.issue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.roaringbitmap.RoaringBitmap;

/// A set of customers as a column keeps it.
public final class FrozenSet {

    private FrozenSet() {}

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

    public static RoaringBitmap of(byte[] bytes) {
        try {
            RoaringBitmap set = new RoaringBitmap();
            set.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
