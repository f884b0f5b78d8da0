package io.waterwheel.kernel.job;

import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.Optional;

/// Long work with progress: started here, done by a [JobHandler], resumed by itself after a kill.
public interface Jobs {

    /// Queues the work in the caller's transaction; it starts when that commits.
    JobId start(NewJob job);

    Optional<Job> find(JobId id);

    Page<Job> list(boolean activeOnly, PageRequest page);

    /// Asks a job to stop; it ends as cancelled at its next [JobRun#checkStop].
    void cancel(JobId id);

    /// Stops a job where it is, to be resumed.
    void pause(JobId id);

    /// Lets a paused or failed job go on from its checkpoint.
    void resume(JobId id);
}
