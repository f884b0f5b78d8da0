package io.waterwheel.touch.sms;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Lets go of receipts that were taken up long ago, and of what the trial wrote to files.
@Component
class SmsSweep extends Sweep {

    private final SmsReceipts receipts;
    private final SmsFiles files;

    SmsSweep(SmsReceipts receipts, SmsFiles files) {
        super("sms-sweep", "sms.sweep", RARELY);
        this.receipts = receipts;
        this.files = files;
    }

    @Override
    protected void look() {
        attempt("sms.sweep.receipts", receipts::forgetOld);
        attempt("sms.sweep.files", files::forgetOld);
    }
}
