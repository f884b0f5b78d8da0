package io.waterwheel.touch.send;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys of calls that have one of their own: the same on every try.
final class CallKeys {

    private static final Pattern CALL = Pattern.compile("(?:b\\d{1,18}|m)-d(\\d{1,18})");

    private CallKeys() {}

    static String call(Errand errand, long dispatch) {
        return (errand.broadcast() == null ? "m" : "b" + errand.broadcast()) + "-d" + dispatch;
    }

    /// Which dispatch a call's key is of; empty for any other text.
    static OptionalLong dispatch(String key) {
        Matcher matcher = CALL.matcher(key);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
