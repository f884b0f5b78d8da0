package io.waterwheel.journey.saved;

import io.waterwheel.journey.language.JourneyDefinition;
import java.time.Instant;

/// A published version.
///
/// @param inside how many are in the journey by it now
public record JourneyVersion(
        int version, JourneyDefinition definition, Instant publishedAt, String publishedBy, long inside) {}
