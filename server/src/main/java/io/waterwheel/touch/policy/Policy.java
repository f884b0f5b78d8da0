package io.waterwheel.touch.policy;

import java.time.LocalTime;

/// What a brand allows itself.
///
/// @param capPerCustomer marketing messages one customer may get in `capDays` days, over all broadcasts and channels
/// @param quietFrom      HH:mm in the brand's zone; equal to `quietTo`: no quiet hours
public record Policy(int capPerCustomer, int capDays, String quietFrom, String quietTo) {

    /// For a brand that has not decided.
    public static final Policy DEFAULT = new Policy(4, 7, "00:00", "00:00");

    public QuietHours quiet() {
        return new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo));
    }
}
