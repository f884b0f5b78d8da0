package io.waterwheel.exchange.topic;

import io.waterwheel.exchange.LogErrands;
import io.waterwheel.kernel.event.LogSignal;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps every outlet flowing, each in a thread of its own.
@Component
class OutletWriters implements SmartLifecycle {

    private final OutletWriter writer;
    private final LogErrands errands;

    OutletWriters(OutletWriter writer, OutletRows rows, LogSignal signal) {
        this.writer = writer;
        this.errands = new LogErrands("outlet", signal, () -> rows.due(signal.end()), writer::run);
    }

    @Override
    public void start() {
        errands.start();
    }

    @Override
    public void stop() {
        errands.stop();
        writer.closeAll();
    }

    @Override
    public boolean isRunning() {
        return errands.isRunning();
    }
}
