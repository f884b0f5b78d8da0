package io.waterwheel.simulator.sms;

/// One message the gateway took.
///
/// @param state waiting, delivered or failed
/// @param times how often it went out; more than once means that somebody was bothered twice
public record Sent(String requestId, String outId, String to, String text, String state, String code, int times) {
    Sent ended(String newState, String newCode) {
        return new Sent(requestId, outId, to, text, newState, newCode, times);
    }

    Sent again() {
        return new Sent(requestId, outId, to, text, state, code, times + 1);
    }
}
