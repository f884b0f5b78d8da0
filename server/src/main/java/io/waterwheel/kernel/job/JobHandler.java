package io.waterwheel.kernel.job;

/// Does one kind of long work. After a kill the job is run again, so a handler begins from its checkpoint and does
/// nothing twice.
public interface JobHandler {

    String kind();

    /// Runs to the end, or until [JobRun#checkStop] throws.
    void run(JobRun run) throws Exception;
}
