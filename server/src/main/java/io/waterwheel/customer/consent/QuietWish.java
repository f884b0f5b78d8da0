package io.waterwheel.customer.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The quiet preference that stands for one customer at one brand.
///
/// @param at         when the customer said so
/// @param recordedBy who wrote it down for the customer; null when a system reported it
public record QuietWish(
        QuietPreference preference,
        Instant at,
        String source,
        @Nullable String recordedBy) {

    /// The newer of two; of two at the same instant the quieter, so that order of arrival does not matter.
    QuietWish orNewer(QuietWish other) {
        int order = at.compareTo(other.at);
        if (order == 0) {
            order = QuietPreference.BY_QUIET.compare(preference, other.preference);
        }
        if (order == 0) {
            order = source.compareTo(other.source);
        }
        return order >= 0 ? this : other;
    }
}
