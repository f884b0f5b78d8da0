package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// A length of time: minutes and hours are exact, days are days of the brand's calendar.
///
/// @param amount at least 1; two years at most
@Schema(name = "JourneySpan")
public record Span(int amount, SpanUnit unit) {

    public static final int MOST_DAYS = 731;

    public Span {
        Misfit.when(amount < 1 || amount > unit.most(), "/amount", JourneyFault.OUT_OF_RANGE, "1 … " + unit.most());
    }
}
