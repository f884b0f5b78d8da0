package io.waterwheel.kernel.job;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// One run of a job, from its handler's side.
public interface JobRun {

    JobId id();

    @Nullable
    BrandId brand();

    <T> T params(Class<T> type);

    /// What the last run kept, empty on the first.
    <T> Optional<T> checkpoint(Class<T> type);

    /// Keeps how far the work has come, in the transaction in which that work was done.
    void checkpoint(DSLContext transaction, Object state);

    /// Shows progress; cheap enough to call often, written at most twice a second.
    ///
    /// @param total how much there is in all, null while unknown
    void progress(long done, @Nullable Long total, @Nullable Text message);

    /// Throws when the job was cancelled or the server is stopping; call it between two pieces of work.
    void checkStop();

    /// Gives the thread back and leaves the job paused until somebody resumes it.
    ///
    /// @param why what people are told it waits for
    JobStopped rest(Text why);
}
