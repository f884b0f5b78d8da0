package io.waterwheel.exchange.webhook;

import io.waterwheel.exchange.LogErrands;
import io.waterwheel.kernel.event.LogSignal;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sends a courier to each webhook that has something coming.
@Component
class Couriers implements SmartLifecycle {

    private final LogErrands errands;

    Couriers(Courier courier, WebhookRows rows, LogSignal signal) {
        this.errands = new LogErrands("webhook", signal, () -> rows.due(signal.end()), courier::run);
    }

    @Override
    public void start() {
        errands.start();
    }

    @Override
    public void stop() {
        errands.stop();
    }

    @Override
    public boolean isRunning() {
        return errands.isRunning();
    }
}
