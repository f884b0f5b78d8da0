package io.waterwheel.touch.sms;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Lets go of receipts that were taken up long ago, and of what the trial wrote to files.
@Component
class SmsSweep extends Sweep {

    SmsSweep(SmsReceipts receipts, SmsFiles files) {
        super("sms-sweep", "sms.sweep", () -> {
            receipts.forgetOld();
            files.forgetOld();
        });
    }
}
