package io.waterwheel.journey.course;

import io.waterwheel.kernel.StableShare;
import java.time.Instant;
import java.time.ZoneId;

/// Who goes through which journey.
///
/// @param journey   its id: shares of one journey have nothing to do with those of another
/// @param customer  their number
/// @param enteredAt when they came in
/// @param zone      the brand's
public record Traveller(long journey, int customer, Instant enteredAt, ZoneId zone) {

    /// Their part of ten thousand at a node, for ever the same.
    int part(String node) {
        return new StableShare("journey/" + journey + "/" + node).part(customer);
    }
}
