package io.waterwheel.warehouse.duckdb;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.LogFollower;
import io.waterwheel.kernel.event.LogSignal;
import io.waterwheel.warehouse.Warehouse;
import io.waterwheel.warehouse.duckdb.WarehouseFeed.Fed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

@Component
class DuckDbWarehouse implements Warehouse, SmartLifecycle {

    private static final int BATCH = 20_000;

    private final DuckDbFile file;
    private final WarehouseFeed feed;
    private final EventLog events;
    private final LogFollower follower;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Fed fed;
    private volatile boolean running;

    DuckDbWarehouse(DuckDbFile file, WarehouseFeed feed, EventLog events, LogSignal signal, MeterRegistry meters)
            throws SQLException {
        this.file = file;
        this.feed = feed;
        this.events = events;
        this.follower = new LogFollower("warehouse", signal, this::advance);
        this.fed = stored();
        Gauge.builder("warehouse.position", this::position)
                .description("The newest event of the log that is in the warehouse")
                .register(meters);
    }

    @Override
    public <T> T read(Function<DSLContext, T> question) {
        try (Connection connection = file.connect()) {
            connection.setAutoCommit(false);
            T answer = question.apply(DSL.using(connection, SQLDialect.DUCKDB));
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("the warehouse cannot be read", e);
        }
    }

    @Override
    public long position() {
        return fed.position();
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

    private int advance() {
        Fed before = fed;
        try (WarehouseWriter writer = new WarehouseWriter(file.connect().unwrap(DuckDBConnection.class))) {
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
