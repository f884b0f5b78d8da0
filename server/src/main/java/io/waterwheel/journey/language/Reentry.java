package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether who was in a journey may come in again. A customer is in it once at a time, or once for each value
/// of `key`.
///
/// @param days for `afterDays`: since they came in last; null otherwise
/// @param key  a property of the triggering event, such as `order_id`, whose values are told apart; null for
/// one run of a customer at a time
@Schema(name = "JourneyReentry")
public record Reentry(
        ReentryRule rule, @Nullable Integer days, @Nullable String key) {

    public static final Reentry NEVER = new Reentry(ReentryRule.NEVER, null, null);
    private static final int MOST_DAYS = 1_000;
    private static final int LONGEST = 300;

    public Reentry {
        Misfit.when((rule == ReentryRule.AFTER_DAYS) == (days == null), "/days", JourneyFault.DAYS_OF_RULE, "");
        Misfit.when(
                days != null && (days < 1 || days > MOST_DAYS), "/days", JourneyFault.OUT_OF_RANGE, "1 … " + MOST_DAYS);
        Misfit.when(key != null && key.isBlank(), "/key", JourneyFault.BLANK, "");
        Misfit.when(key != null && key.length() > LONGEST, "/key", JourneyFault.TOO_LONG, LONGEST);
        Misfit.when(rule == ReentryRule.ALWAYS && key == null, "/key", JourneyFault.KEY_NEEDED, "");
    }
}
