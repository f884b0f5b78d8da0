package io.waterwheel.access;

import io.waterwheel.kernel.BrandId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/// A brand: whose customers, in which currency, and where its days begin.
///
/// @param key      short and lower-case, stands in URLs
/// @param currency money of this brand is a `long` in this currency's minor units
/// @param zone     a day of this brand is a day here
public record Brand(BrandId id, String key, String name, Currency currency, ZoneId zone) {

    /// Digits after the point in the currency's major unit: 2 for yuan and pounds.
    public int fractionDigits() {
        return currency.getDefaultFractionDigits();
    }

    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// The first day of the month that a moment falls into.
    public LocalDate monthOf(Instant at) {
        return dayOf(at).withDayOfMonth(1);
    }

    /// An amount in the currency's major unit as this brand's money, rounded half up.
    public long minor(BigDecimal major) {
        return major.movePointRight(fractionDigits())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
