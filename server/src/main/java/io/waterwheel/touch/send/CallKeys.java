package io.waterwheel.touch.send;

import io.waterwheel.kernel.CustomerNo;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys of calls, and of the messages in them: the same on every try.
final class CallKeys {

    private static final Pattern CALL = Pattern.compile("b\\d{1,18}-d(\\d{1,18})");

    private CallKeys() {}

    static String call(long broadcast, long dispatch) {
        return "b" + broadcast + "-d" + dispatch;
    }

    /// A recipient's message, in whichever call it goes.
    static String message(long broadcast, CustomerNo customer) {
        return "b" + broadcast + "-c" + customer;
    }

    /// Which dispatch a call's key is of; empty for any other text.
    static OptionalLong dispatch(String key) {
        Matcher matcher = CALL.matcher(key);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
