package io.waterwheel.intake.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import org.roaringbitmap.RoaringBitmap;

/// How far an import has come that appends events: its checkpoint.
///
/// @param startedAt      of the first run; what is too far in the future is measured by it
/// @param newestCustomer the highest customer number before the import; whoever has a higher one is new
/// @param position       the log's position up to which everything that is in the log is counted here
/// @param ordinal        events done, in the order of the file
/// @param orders         orders, or records of whatever else the file tells
/// @param newCustomers   a bitmap, in Base64
record AppendProgress(
        Instant startedAt,
        int newestCustomer,
        long position,
        long ordinal,
        long orders,
        long refunds,
        long anonymousOrders,
        long unchanged,
        String newCustomers) {

    static AppendProgress begin(Instant now, int newestCustomer, long position) {
        return new AppendProgress(now, newestCustomer, position, 0, 0, 0, 0, 0, text(new RoaringBitmap()));
    }

    static String text(RoaringBitmap customers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        customers.runOptimize();
        try {
            customers.serialize(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    RoaringBitmap customers() {
        RoaringBitmap customers = new RoaringBitmap();
        try {
            customers.deserialize(new DataInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(newCustomers))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return customers;
    }
}
