package io.waterwheel.journey.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.roaringbitmap.RoaringBitmap;

/// A set of customer numbers as bytes.
public final class NumberSet {

    private NumberSet() {}

    public static byte[] bytes(RoaringBitmap numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(numbers.serializedSizeInBytes());
        try {
            numbers.serialize(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RoaringBitmap of(byte[] bytes) {
        RoaringBitmap numbers = new RoaringBitmap();
        try {
            numbers.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }
}
