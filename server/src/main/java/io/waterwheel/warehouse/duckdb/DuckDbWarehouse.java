package io.waterwheel.warehouse.duckdb;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.LogFollower;
import io.waterwheel.kernel.event.LogSignal;
import io.waterwheel.warehouse.Changes;
import io.waterwheel.warehouse.Warehouse;
import io.waterwheel.warehouse.WarehouseTable;
import io.waterwheel.warehouse.duckdb.WarehouseFeed.Fed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

@Component
class DuckDbWarehouse implements Warehouse, SmartLifecycle {

    private static final int BATCH = 20_000;
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration QUIET_MOST = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final DuckDbFile file;
    private final WarehouseFeed feed;
    private final EventLog events;
    private final LogFollower follower;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();
    private final Condition moved = lock.newCondition();
    private final Changes changes;
    private volatile Fed fed;
    private volatile boolean running;

    DuckDbWarehouse(DuckDbFile file, WarehouseFeed feed, EventLog events, LogSignal signal, MeterRegistry meters)
            throws SQLException {
        this.file = file;
        this.feed = feed;
        this.events = events;
        this.follower = new LogFollower("warehouse", signal, GATHER, this::advance);
        this.fed = stored();
        this.changes = new Changes(version());
        Gauge.builder("warehouse.position", this::position)
                .description("The newest event of the log that is in the warehouse")
                .register(meters);
    }

    @Override
    public <T> T read(Function<DSLContext, T> question) {
        reading.readLock().lock();
        try (Connection connection = file.connect()) {
            connection.setAutoCommit(false);
            T answer = question.apply(DSL.using(connection, SQLDialect.DUCKDB));
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("the warehouse cannot be read", e);
        } finally {
            reading.readLock().unlock();
        }
    }

    @Override
    public long position() {
        return fed.position();
    }

    @Override
    public Optional<RoaringBitmap> changed(Set<WarehouseTable> tables, long after, long upTo) {
        return changes.between(tables, after, upTo);
    }

    @Override
    public Instant dataAt() {
        return fed.dataAt();
    }

    @Override
    public boolean catchUp(Duration most) {
        long target = events.end();
        long left = most.toNanos();
        lock.lock();
        try {
            while (fed.position() < target && left > 0) {
                left = moved.awaitNanos(left);
            }
            return fed.position() >= target;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Takes customers out, between two batches of the feed, and writes the file anew, so that their values are
    /// not in it any more either. Costs the size of the warehouse; questions are answered meanwhile.
    ///
    /// @return how many rows were changed or removed
    long erase(Collection<CustomerNo> customers) {
        writing.lock();
        try {
            long count;
            try (Connection connection = file.connect()) {
                count = WarehouseErasure.erase(connection, customers, changes);
            }
            rewrite();
            return count;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("customers could not be taken out of the warehouse", e);
        } finally {
            feed.forget();
            writing.unlock();
        }
    }

    /// Never stands in line before the readers, so one that asks again within its question is not held up.
    private void rewrite() throws SQLException, IOException {
        file.copy();
        long end = System.nanoTime() + QUIET_MOST.toNanos();
        while (!reading.writeLock().tryLock()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the warehouse was read without a pause for " + QUIET_MOST);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        try {
            file.swap();
        } finally {
            reading.writeLock().unlock();
        }
    }

    private int advance() {
        writing.lock();
        try {
            return feed();
        } finally {
            writing.unlock();
        }
    }

    private int feed() {
        Fed before = fed;
        try (WarehouseWriter writer = new WarehouseWriter(file.connect().unwrap(DuckDBConnection.class), changes)) {
            Fed after = feed.advance(writer, before, BATCH);
            if (after.position() == before.position()) {
                return 0;
            }
            lock.lock();
            try {
                fed = after;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
            return (int) (after.position() - before.position());
        } catch (SQLException | RuntimeException e) {
            feed.forget();
            throw new IllegalStateException("the warehouse could not be fed after position " + before.position(), e);
        }
    }

    private Fed stored() throws SQLException {
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position, data_at from feed")) {
            row.next();
            return new Fed(row.getLong(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
        }
    }

    private long version() throws SQLException {
        try (Connection connection = file.connect()) {
            return WarehouseWriter.version(connection);
        }
    }

    @Override
    public void start() {
        follower.start();
        running = true;
    }

    @Override
    public void stop() {
        follower.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
