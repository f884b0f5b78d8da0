package io.waterwheel.kernel.event;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Wakes the readers of this node when something was appended here; what other nodes append they find by looking.
@Component
public class LogSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();

    void appended() {
        lock.lock();
        try {
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns after the next append, or after `most` at the latest.
    public void await(Duration most) throws InterruptedException {
        lock.lock();
        try {
            if (appended.await(most.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } finally {
            lock.unlock();
        }
    }
}
