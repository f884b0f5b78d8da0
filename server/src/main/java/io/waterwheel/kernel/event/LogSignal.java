package io.waterwheel.kernel.event;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Wakes the readers of this node when something was appended; what other nodes append [LogWatch] sees.
@Component
public class LogSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long times;
    private long end;

    /// @param position of the newest event
    void appended(long position) {
        lock.lock();
        try {
            if (position > end) {
                end = position;
                look();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Lets all readers look.
    void look() {
        lock.lock();
        try {
            times++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The position of the newest event this node knows of.
    public long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /// How often something was appended. Whoever asks before looking misses nothing that comes while they look.
    public long times() {
        lock.lock();
        try {
            return times;
        } finally {
            lock.unlock();
        }
    }

    /// Returns once something was appended after `before`, or after `most` at the latest.
    ///
    /// @param before what [#times()] was
    public void await(long before, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (times == before && left > 0) {
                left = appended.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
