package io.waterwheel.touch.sms;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.ChannelProblem;
import io.waterwheel.touch.SmsCodes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Codes go through the brand's own provider, under its signature.
@Component
class PostedCodes implements SmsCodes {

    private static final Logger log = LoggerFactory.getLogger(PostedCodes.class);

    private final SmsAccounts accounts;

    PostedCodes(SmsAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean ready(Brand brand) {
        return accounts.known(brand);
    }

    /// Where nobody knows whether it went out, the person sees it on their phone, or asks for another.
    @Override
    public void send(Brand brand, String phone, String key, String text) {
        SmsAccount account = accounts.get(brand);
        String whole = SmsWording.of(account.settings(), false).whole(text);
        SmsAnswer answer = accounts.provider(account).send(account, key, List.of(new Sms(key, phone, whole)));
        switch (answer) {
            case SmsAnswer.NotTaken(CallOutcome.Unsure(var why)) -> log.warn("sms.code unsure={} key={}", why, key);
            case SmsAnswer.NotTaken(var outcome) -> {
                log.warn("sms.code refused={} key={}", outcome.getClass().getSimpleName(), key);
                throw new Problem(ChannelProblem.SMS_CODE_NOT_SENT);
            }
            case SmsAnswer.Taken(var _, var refused)
            when !refused.isEmpty() -> throw new Problem(ChannelProblem.SMS_CODE_NOT_SENT);
            case SmsAnswer.Taken _ -> {
                // On its way.
            }
        }
    }
}
