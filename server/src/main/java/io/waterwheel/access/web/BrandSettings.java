package io.waterwheel.access.web;

import io.waterwheel.kernel.Text;
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
            throw new Problem(KernelProblem.INVALID, e)
                    .at("/currency", "unknown", new Text("不是 ISO 4217 币种代码", "not an ISO 4217 currency"));
        }
    }

    /// A region such as `Asia/Shanghai`: a bare offset would not know its own summer time.
    ZoneId zone() {
        if (ZoneId.getAvailableZoneIds().contains(timeZone)) {
            return ZoneId.of(timeZone);
        }
        throw new Problem(KernelProblem.INVALID)
                .at("/timeZone", "unknown", new Text("不是 IANA 时区名", "not an IANA time zone"));
    }
}
