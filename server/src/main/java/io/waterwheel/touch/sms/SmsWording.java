package io.waterwheel.touch.sms;

import io.waterwheel.touch.Wording;
import java.math.BigDecimal;

/// 【signature】 before the text, and behind a marketing text how to take consent back. What the template says
/// already is not said twice.
record SmsWording(String signature, String optOut, BigDecimal price) implements Wording {

    static SmsWording of(SmsSettings settings, boolean marketing) {
        return new SmsWording("【" + settings.signature() + "】", marketing ? settings.optOut() : "", settings.price());
    }

    @Override
    public String whole(String text) {
        String signed = text.startsWith(signature) ? text : signature + text;
        return signed.endsWith(optOut) ? signed : signed + optOut;
    }

    @Override
    public int units(String whole) {
        return SmsSegments.of(whole);
    }
}
