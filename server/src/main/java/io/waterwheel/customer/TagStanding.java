package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with one tag of one customer.
///
/// @param present whether the customer has it now
/// @param added   the newest addition by its own time, null when it was never put on
/// @param removed the newest removal by its own time, null when it was never taken off
public record TagStanding(
        CustomerNo customer,
        TagId tag,
        boolean present,
        @Nullable String value,
        @Nullable Deed added,
        @Nullable Deed removed) {

    /// @param by who or what exactly
    public record Deed(
            Instant at, TagOrigin origin, @Nullable String by) {

        public boolean is(TagOrigin origin, String by) {
            return this.origin == origin && by.equals(this.by);
        }
    }
}
