package io.waterwheel.intake.file;

import io.waterwheel.kernel.event.NewEvent;
import java.util.List;

/// Where the events of a file go, piece by piece, in the order of the file.
interface EventSink {

    /// How many the runs before have done; they are not given again.
    long done();

    void append(List<NewEvent> piece);

    /// How many are done by now, those of the runs before included.
    long ordinal();
}
