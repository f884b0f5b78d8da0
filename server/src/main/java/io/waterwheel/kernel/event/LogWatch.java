package io.waterwheel.kernel.event;

import io.waterwheel.kernel.LogWorker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Sees what other nodes append: one look for all the readers of this node.
@Component
class LogWatch extends LogWorker {

    private final EventLog log;
    private final LogSignal signal;

    LogWatch(EventLog log, LogSignal signal) {
        super("log-watch", Duration.ofSeconds(1));
        this.log = log;
        this.signal = signal;
    }

    @Override
    protected boolean work() {
        signal.appended(log.end());
        return false;
    }
}
