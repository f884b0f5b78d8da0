package io.waterwheel.loyalty.points;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The ledger in PostgreSQL: callers queue, one thread books what has gathered, one flush acknowledges all of
/// it.
@Component
class PostgresPointsLedger implements PointsLedger, SmartLifecycle {

    private static final int WAITING_MOST = 50_000;
    private static final int PIECE_MOST = 2_000;
    private static final int RETRY_SECONDS = 2;

    private final Semaphore room = new Semaphore(WAITING_MOST);
    private final CommandQueue queue;
    private final Balances balances;

    PostgresPointsLedger(BatchWriter writer, Balances balances, MeterRegistry meters) {
        this.queue = new CommandQueue(writer::book);
        this.balances = balances;
        Gauge.builder("points.waiting", () -> WAITING_MOST - room.availablePermits())
                .description("Points commands that wait for the ledger's writer")
                .register(meters);
    }

    /// A long list goes piece by piece, the next when the one before is on disk.
    @Override
    public List<Booking> book(List<PointsCommand> commands) {
        if (commands.size() <= PIECE_MOST) {
            return commands.isEmpty() ? List.of() : piece(List.copyOf(commands));
        }
        List<Booking> bookings = new ArrayList<>(commands.size());
        for (int from = 0; from < commands.size(); from += PIECE_MOST) {
            bookings.addAll(piece(List.copyOf(commands.subList(from, Math.min(commands.size(), from + PIECE_MOST)))));
        }
        return bookings;
    }

    private List<Booking> piece(List<PointsCommand> commands) {
        enter(commands.size());
        try {
            return queue.add(commands).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            room.release(commands.size());
        }
    }

    private void enter(int count) {
        try {
            if (queue.isRunning() && room.tryAcquire(count, RETRY_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(KernelProblem.OVERLOADED).with("seconds", RETRY_SECONDS);
    }

    @Override
    public Map<CustomerNo, PointsBalance> balances(BrandId brand, Collection<CustomerNo> customers) {
        return balances.of(brand, customers);
    }

    @Override
    public Points spendable(BrandId brand, CustomerNo customer) {
        return balances.spendable(brand, customer);
    }

    @Override
    public void start() {
        queue.start();
    }

    @Override
    public void stop() {
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return queue.isRunning();
    }

    /// Runs before those who book and stops after them.
    @Override
    public int getPhase() {
        return 0;
    }
}
