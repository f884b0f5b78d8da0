package io.waterwheel.touch.sms;

import io.waterwheel.access.Brand;
import io.waterwheel.touch.TrialSms;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

@Component
class FilesForTrial implements TrialSms {

    private static final BigDecimal PRICE = new BigDecimal("4.5");

    private final SmsAccounts accounts;

    FilesForTrial(SmsAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void writeToFiles(Brand brand, String signature) {
        if (!accounts.known(brand)) {
            accounts.change(brand, new SmsSettings("file", null, null, null, signature, "拒收请回复R", PRICE, null));
        }
    }
}
