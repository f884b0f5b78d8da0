package io.waterwheel.touch;

import io.waterwheel.access.Brand;

/// One-time codes by SMS to whoever holds a phone, customer or not. They asked for it this moment: no policy,
/// no consent, no trail.
public interface SmsCodes {

    /// Whether the brand has a gateway to send by.
    boolean ready(Brand brand);

    /// Sends one text.
    ///
    /// @param phone in its normal form
    /// @param key   the text's own: letters, digits and hyphens
    /// @throws io.waterwheel.kernel.problem.Problem `sms-not-configured`, `sms-code-not-sent`
    void send(Brand brand, String phone, String key, String text);
}
