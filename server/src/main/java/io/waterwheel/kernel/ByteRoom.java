package io.waterwheel.kernel;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// So many bytes of memory, to be entered and left. Something larger than all of it enters alone.
public final class ByteRoom {

    private static final int UNIT = 1024;

    private final int most;
    private final Semaphore free;

    public ByteRoom(long bytes) {
        this.most = (int) Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(most);
    }

    /// What somebody holds until they leave.
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /// @return null when there was no room in that time
    public @Nullable Place enter(long bytes, long millis) {
        int units = (int) Math.clamp(bytes / UNIT + 1, 1, most);
        try {
            return free.tryAcquire(units, millis, TimeUnit.MILLISECONDS) ? () -> free.release(units) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    public long taken() {
        return (long) (most - free.availablePermits()) * UNIT;
    }

    public long size() {
        return (long) most * UNIT;
    }
}
