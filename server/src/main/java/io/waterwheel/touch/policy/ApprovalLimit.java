package io.waterwheel.touch.policy;

import io.waterwheel.touch.Cost;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Above what a broadcast needs a second person before it starts.
///
/// @param recipients more recipients than this; null: however many
/// @param cost       a larger forecast cost, in the brand's minor units; null: whatever it costs
public record ApprovalLimit(
        @Nullable Integer recipients, @Nullable Long cost) {

    /// For a brand that has not decided.
    public static final ApprovalLimit NONE = new ApprovalLimit(null, null);

    /// What of a plan is above; empty: one person is enough. A price nobody has said is no promise to be cheap.
    public Set<AboveLimit> above(int planned, @Nullable Cost forecast) {
        Set<AboveLimit> above = EnumSet.noneOf(AboveLimit.class);
        if (recipients != null && planned > recipients) {
            above.add(AboveLimit.RECIPIENTS);
        }
        if (cost != null && forecast != null) {
            if (forecast.units() > 0 && forecast.price().signum() == 0) {
                above.add(AboveLimit.UNKNOWN_COST);
            } else if (forecast.total() > cost) {
                above.add(AboveLimit.COST);
            }
        }
        return above;
    }
}
