package io.waterwheel.kernel.job;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

final class RunningJob implements JobRun {

    private static final long WRITE_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final JobId id;
    private final Record row;
    private final JobRows rows;
    private final BooleanSupplier stopping;
    private long lastWrite = System.nanoTime() - WRITE_EVERY;
    private long lastLook = lastWrite;
    private @Nullable Runnable unwritten;

    RunningJob(JobId id, Record row, JobRows rows, BooleanSupplier stopping) {
        this.id = id;
        this.row = row;
        this.rows = rows;
        this.stopping = stopping;
    }

    @Override
    public JobId id() {
        return id;
    }

    @Override
    public @Nullable BrandId brand() {
        return JobRows.brand(row);
    }

    @Override
    public <T> T params(Class<T> type) {
        return rows.params(row, type);
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        return rows.checkpoint(row, type);
    }

    @Override
    public void checkpoint(DSLContext transaction, Object state) {
        rows.checkpoint(transaction, id, state);
    }

    @Override
    public void progress(long done, @Nullable Long total, @Nullable Text message) {
        unwritten = () -> rows.progress(id, done, total, message);
        writeIfDue(System.nanoTime());
    }

    private void writeIfDue(long now) {
        if (now - lastWrite >= WRITE_EVERY) {
            lastWrite = now;
            flush();
        }
    }

    /// Writes the last progress, so that a job that ended does not stand at 97 %.
    void flush() {
        if (unwritten != null) {
            unwritten.run();
            unwritten = null;
        }
    }

    @Override
    public JobStopped rest(Text why) {
        return new JobStopped(JobStopped.Reason.PAUSED, why);
    }

    @Override
    public void checkStop() {
        if (stopping.getAsBoolean()) {
            throw new JobStopped(JobStopped.Reason.SERVER_STOPPING);
        }
        long now = System.nanoTime();
        if (now - lastLook < WRITE_EVERY) {
            return;
        }
        lastLook = now;
        // What it came to is shown also while it goes on to something quiet.
        writeIfDue(now);
        String wish = rows.wish(id);
        if (JobRows.CANCEL.equals(wish)) {
            throw new JobStopped(JobStopped.Reason.CANCELLED);
        }
        if (JobRows.PAUSE.equals(wish)) {
            throw new JobStopped(JobStopped.Reason.PAUSED);
        }
    }
}
