package io.waterwheel.customer.suggestion;

import io.waterwheel.kernel.event.IdentifierKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two customers that may be one person.
///
/// @param left        the smaller number
/// @param weight      the evidence in bits
/// @param probability that they are one person, 0 … 1, as estimated
/// @param conflicts   kinds of which a person has one at most and these two have different ones
/// @param decidedBy   who accepted or rejected it
public record IdentitySuggestion(
        SuggestionSide left,
        SuggestionSide right,
        SuggestionState state,
        double weight,
        double probability,
        List<SuggestionEvidence> evidence,
        List<IdentifierKind> conflicts,
        Instant foundAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {}
