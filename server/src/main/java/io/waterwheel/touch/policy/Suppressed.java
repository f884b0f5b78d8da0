package io.waterwheel.touch.policy;

import java.util.Locale;

/// Why somebody is not written to. The order is the order of asking: the first reason that applies is the one told.
public enum Suppressed {
    /// No touchpoint on the channel, or it ended.
    NOT_REACHABLE,
    /// Consent was not given, or was taken back.
    NO_CONSENT,
    /// The customer asked for quiet.
    QUIET_PREFERENCE,
    /// As many messages as the policy allows, already.
    FREQUENCY_CAP,
    /// Nobody could stand as the sender.
    NO_SENDER,
    /// A variable of the template has no value for this customer.
    TEMPLATE_UNRESOLVED,
    /// The text would be longer than the channel takes.
    TEXT_TOO_LONG,
    /// The text would have a word that the brand does not allow itself.
    SENSITIVE_WORD;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
