package io.waterwheel.intake.file;

import io.waterwheel.customer.Customers;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Appends events to the log piece by piece, counting and keeping a checkpoint after each piece.
final class EventAppender implements EventSink {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE = 60;
    private static final int READ = 5_000;

    private final ImportTask task;
    private final JobRun run;
    private final EventLog log;
    private final ImportReach reach;
    private final AppendProgress from;
    private final RoaringBitmap newCustomers;

    /// What the run before wrote after its last checkpoint. To the log these are duplicates now, but they are this
    /// import's own.
    private @Nullable Map<String, LoggedEvent> written;

    private long position;
    private long ordinal;
    private long orders;
    private long refunds;
    private long anonymousOrders;
    private long unchanged;

    EventAppender(ImportTask task, JobRun run, EventLog log, ImportReach reach, AppendProgress from) {
        this.task = task;
        this.run = run;
        this.log = log;
        this.reach = reach;
        this.from = from;
        this.newCustomers = from.customers();
        this.position = from.position();
        this.ordinal = from.ordinal();
        this.orders = from.orders();
        this.refunds = from.refunds();
        this.anonymousOrders = from.anonymousOrders();
        this.unchanged = from.unchanged();
    }

    /// Begins where the run before came to, or anew.
    static EventAppender begin(
            ImportTask task, JobRun run, EventLog log, Customers customers, ImportReach reach, InstantSource clock) {
        AppendProgress from = run.checkpoint(AppendProgress.class)
                .orElseGet(() -> AppendProgress.begin(clock.instant(), customers.newest(), log.end()));
        reach.keep(task.id(), new ArrayList<>(), run, from);
        return new EventAppender(task, run, log, reach, from);
    }

    /// When the first run began.
    Instant startedAt() {
        return from.startedAt();
    }

    @Override
    public long done() {
        return from.ordinal();
    }

    /// Appends the next events and keeps that they are in.
    ///
    /// @throws Problem `import-interrupted`, `import-disk-full`
    @Override
    public void append(List<NewEvent> events) {
        if (written == null) {
            written = writtenAfterCheckpoint();
        }
        List<Appended> outcomes = patiently(events);
        List<Long> positions = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            count(events.get(i), outcomes.get(i), written, positions);
        }
        ordinal += events.size();
        reach.keep(task.id(), positions, run, progress());
    }

    private AppendProgress progress() {
        return new AppendProgress(
                from.startedAt(),
                from.newestCustomer(),
                position,
                ordinal,
                orders,
                refunds,
                anonymousOrders,
                unchanged,
                AppendProgress.text(newCustomers));
    }

    @Override
    public long ordinal() {
        return ordinal;
    }

    ImportCounts orderCounts(long lines, long rejectedLines) {
        return new ImportCounts(
                lines, rejectedLines, orders, refunds, anonymousOrders, unchanged, newCustomers.getLongCardinality());
    }

    ImportCounts recordCounts(long lines, long rejectedLines) {
        return ImportCounts.ofRecords(lines, rejectedLines, orders, unchanged, newCustomers.getLongCardinality());
    }

    private void count(NewEvent event, Appended outcome, Map<String, LoggedEvent> written, List<Long> positions) {
        boolean counts = !event.name().equals(EventNames.MEMBER_JOINED);
        if (event.name().equals(EventNames.ORDER_REFUNDED)) {
            refunds++;
        } else if (counts) {
            orders++;
            anonymousOrders += event.subject() instanceof Subject.Nobody ? 1 : 0;
        }
        switch (outcome) {
            case Appended.Written(long at, CustomerNo customer) -> {
                position = Math.max(position, at);
                positions.add(at);
                seen(customer);
            }
            case Appended.Duplicate() -> {
                LoggedEvent own = written.get(event.messageId());
                if (own != null) {
                    positions.add(own.position());
                    seen(own.customer());
                } else if (counts) {
                    unchanged++;
                }
            }
        }
    }

    private void seen(@Nullable CustomerNo customer) {
        if (customer != null && customer.value() > from.newestCustomer()) {
            newCustomers.add(customer.value());
        }
    }

    private Map<String, LoggedEvent> writtenAfterCheckpoint() {
        Map<String, LoggedEvent> own = new HashMap<>();
        long after = from.position();
        for (List<LoggedEvent> page = log.read(after, READ); !page.isEmpty(); page = log.read(after, READ)) {
            for (LoggedEvent event : page) {
                if (event.brand().equals(task.brand().id()) && event.source().equals(task.source())) {
                    own.put(event.messageId(), event);
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
