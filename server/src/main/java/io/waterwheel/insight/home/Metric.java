package io.waterwheel.insight.home;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.insight.data.Days;
import io.waterwheel.kernel.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One number with what it means.
///
/// @param value       people, minor units, a share of one, or a plain number; null when nothing can be divided by
/// @param previous    the same over the same days one year earlier, null when that is not known
/// @param windowFrom  null for a number about now
public record Metric(
        MetricKey key,
        @Schema(types = "number") @Nullable Number value,
        Unit unit,
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Schema(types = "number") @Nullable Number previous,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        Text name,
        Text definition) {

    static Metric now(MetricKey key, long value, @Nullable Long of, @Nullable Long previous) {
        return new Metric(
                key,
                value,
                key.unit(),
                of == null ? null : value,
                of,
                previous,
                null,
                null,
                key.title(),
                key.definition());
    }

    static Metric total(MetricKey key, Days days, long value, long previous) {
        return new Metric(
                key, value, key.unit(), null, null, previous, days.from(), days.to(), key.title(), key.definition());
    }

    static Metric ratio(MetricKey key, Days days, Ratio ratio, Ratio previous) {
        return new Metric(
                key,
                ratio.value(key.unit()),
                key.unit(),
                ratio.numerator(),
                ratio.denominator(),
                previous.value(key.unit()),
                days.from(),
                days.to(),
                key.title(),
                key.definition());
    }

    /// One count or amount by another.
    record Ratio(long numerator, long denominator) {

        @Nullable
        Number value(Unit unit) {
            if (denominator == 0) {
                return null;
            }
            double exact = (double) numerator / denominator;
            return unit == Unit.MONEY ? (Number) Math.round(exact) : (Number) exact;
        }
    }
}
