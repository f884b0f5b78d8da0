package io.waterwheel.intake.file;

import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportKind;
import io.waterwheel.kernel.job.JobRun;
import java.util.List;

/// One kind of file: what stands in it, and how it comes in. Each is a component; further kinds need nothing else.
interface FileKind {

    ImportKind kind();

    List<FileField> fields();

    /// Whether columns without a field of their own may come in as attributes.
    default boolean takesMore() {
        return false;
    }

    /// Brings the file in, from its checkpoint when the run before it was interrupted.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem when the file as a whole cannot be read, saying what was kept
    ImportCounts run(ImportTask task, JobRun run);

    /// Reads the whole file as [#run] does and writes nothing but its error file.
    DryRun check(ImportTask task, JobRun run);

    /// Takes back what an import brought beside the log.
    default void undo(long importId) {}
}
