package io.waterwheel.touch.sms;

import io.waterwheel.access.Brand;

/// A brand at its provider.
///
/// @param settings with the secret
public record SmsAccount(Brand brand, SmsSettings settings) {}
