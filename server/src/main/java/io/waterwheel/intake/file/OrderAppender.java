package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Appends orders to the log piece by piece, counting and keeping a checkpoint after each piece.
final class OrderAppender {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE = 60;
    private static final int READ = 5_000;

    private final ImportTask task;
    private final JobRun run;
    private final EventLog log;
    private final DSLContext database;
    private final OrderProgress from;
    private final RoaringBitmap newCustomers;

    /// What the run before wrote after its last checkpoint. To the log these are duplicates now, but they are this
    /// import's own.
    private @Nullable Map<String, Optional<CustomerNo>> written;

    private long position;
    private long ordinal;
    private long orders;
    private long refunds;
    private long anonymousOrders;
    private long unchanged;

    OrderAppender(ImportTask task, JobRun run, EventLog log, DSLContext database, OrderProgress from) {
        this.task = task;
        this.run = run;
        this.log = log;
        this.database = database;
        this.from = from;
        this.newCustomers = from.customers();
        this.position = from.position();
        this.ordinal = from.ordinal();
        this.orders = from.orders();
        this.refunds = from.refunds();
        this.anonymousOrders = from.anonymousOrders();
        this.unchanged = from.unchanged();
    }

    /// How many orders the runs before have done.
    long done() {
        return from.ordinal();
    }

    /// Appends the next orders and keeps that they are in.
    ///
    /// @throws Problem `import-interrupted`, `import-disk-full`
    void append(List<NewEvent> events) {
        if (written == null) {
            written = writtenAfterCheckpoint();
        }
        List<Appended> outcomes = patiently(events);
        for (int i = 0; i < events.size(); i++) {
            count(events.get(i), outcomes.get(i), written);
        }
        ordinal += events.size();
        run.checkpoint(
                database,
                new OrderProgress(
                        from.startedAt(),
                        from.newestCustomer(),
                        position,
                        ordinal,
                        orders,
                        refunds,
                        anonymousOrders,
                        unchanged,
                        OrderProgress.text(newCustomers)));
    }

    long ordinal() {
        return ordinal;
    }

    ImportCounts counts(long lines, long rejectedLines) {
        return new ImportCounts(
                lines, rejectedLines, orders, refunds, anonymousOrders, unchanged, newCustomers.getLongCardinality());
    }

    private void count(NewEvent event, Appended outcome, Map<String, Optional<CustomerNo>> written) {
        if (event.name().equals(EventNames.ORDER_REFUNDED)) {
            refunds++;
        } else {
            orders++;
            anonymousOrders += event.subject() instanceof Subject.Nobody ? 1 : 0;
        }
        switch (outcome) {
            case Appended.Written(long at, CustomerNo customer) -> {
                position = Math.max(position, at);
                seen(customer);
            }
            case Appended.Duplicate() -> {
                Optional<CustomerNo> customer = written.get(event.messageId());
                if (customer == null) {
                    unchanged++;
                } else {
                    customer.ifPresent(this::seen);
                }
            }
        }
    }

    private void seen(@Nullable CustomerNo customer) {
        if (customer != null && customer.value() > from.newestCustomer()) {
            newCustomers.add(customer.value());
        }
    }

    private Map<String, Optional<CustomerNo>> writtenAfterCheckpoint() {
        Map<String, Optional<CustomerNo>> own = new HashMap<>();
        long after = from.position();
        for (List<LoggedEvent> page = log.read(after, READ); !page.isEmpty(); page = log.read(after, READ)) {
            for (LoggedEvent event : page) {
                if (event.brand().equals(task.brand().id()) && event.source().equals(task.source())) {
                    own.put(event.messageId(), Optional.ofNullable(event.customer()));
                }
            }
            after = page.getLast().position();
        }
        return own;
    }

    /// An import can wait where a web page cannot.
    private List<Appended> patiently(List<NewEvent> events) {
        for (int failures = 0; ; failures++) {
            run.checkStop();
            try {
                return log.append(events);
            } catch (Problem problem) {
                boolean passing = problem.type() == KernelProblem.OVERLOADED
                        || (problem.type() == KernelProblem.UNAVAILABLE && failures < PATIENCE);
                if (!passing) {
                    throw interrupted(problem);
                }
                rest(problem);
            }
        }
    }

    private void rest(Problem problem) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(problem);
        }
    }

    private Problem interrupted(Problem cause) {
        IntakeProblem type = cause.type() == KernelProblem.DISK_FULL
                ? IntakeProblem.IMPORT_DISK_FULL
                : IntakeProblem.IMPORT_INTERRUPTED;
        return new Problem(type, cause).with("orders", ordinal);
    }
}
