package io.waterwheel.touch.policy;

import java.util.Locale;

/// Why somebody is not written to. The order is the order of asking: the first reason that applies is the one told.
public enum Suppressed {
    /// No touchpoint on the channel, or it ended.
    NOT_REACHABLE,
    /// Consent was not given, or was taken back.
    NO_CONSENT,
    /// On a list of customers who may not be written to.
    SUPPRESSION_LIST,
    /// In the global control group, which gets no marketing.
    CONTROL_GROUP,
    /// The customer asked for quiet.
    QUIET_PREFERENCE,
    /// As many messages as the policy allows, already.
    FREQUENCY_CAP,
    /// As many messages as the platform allows, already.
    PLATFORM_QUOTA,
    /// Nobody could stand as the sender.
    NO_SENDER,
    /// The guide has been given as many messages today as the platform allows.
    SENDER_QUOTA,
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
