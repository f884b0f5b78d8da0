package io.waterwheel.simulator.people;

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people will do and when. Things are done on virtual threads, at most [#IN_FLIGHT] at once: a crowd must not
/// knock down the product on the same machine.
final class Agenda implements AutoCloseable {
    static final int IN_FLIGHT = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    private record Due(long nanoTime, Runnable action) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return other instanceof Due(long otherTime, Runnable ignored)
                    ? Long.signum(nanoTime - otherTime)
                    : Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private final DelayQueue<Due> due = new DelayQueue<>();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final Thread clerk = Thread.ofVirtual().name("agenda").start(this::work);

    void after(double millis, Runnable action) {
        due.add(new Due(System.nanoTime() + (long) (millis * 1e6), action));
    }

    int waiting() {
        return due.size();
    }

    void clear() {
        due.clear();
    }

    private void work() {
        try {
            while (true) {
                var next = due.take();
                inFlight.acquire();
                Thread.startVirtualThread(() -> {
                    try {
                        next.action().run();
                    } catch (RuntimeException e) {
                        LOG.error("an action failed", e);
                    } finally {
                        inFlight.release();
                    }
                });
            }
        } catch (InterruptedException e) {
            due.clear();
        }
    }

    @Override
    public void close() {
        clerk.interrupt();
    }
}
