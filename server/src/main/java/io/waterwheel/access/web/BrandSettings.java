package io.waterwheel.access.web;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.ZoneId;
import java.util.Currency;

/// @param currency ISO 4217
/// @param timeZone IANA
record BrandSettings(String name, String currency, String timeZone) {

    Currency money() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new Problem(KernelProblem.INVALID, e).at("/currency", "unknown", "ISO 4217");
        }
    }

    /// A region such as `Asia/Shanghai`: a bare offset would not know its own summer time.
    ZoneId zone() {
        if (ZoneId.getAvailableZoneIds().contains(timeZone)) {
            return ZoneId.of(timeZone);
        }
        throw new Problem(KernelProblem.INVALID).at("/timeZone", "unknown", "IANA");
    }
}
