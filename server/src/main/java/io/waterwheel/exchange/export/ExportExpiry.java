package io.waterwheel.exchange.export;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether an export's week is over.
@Component
class ExportExpiry extends Sweep {

    private final Exports exports;

    ExportExpiry(Exports exports) {
        super("export-expiry", "export.expiry", RARELY);
        this.exports = exports;
    }

    @Override
    protected void look() {
        exports.sweep();
    }
}
