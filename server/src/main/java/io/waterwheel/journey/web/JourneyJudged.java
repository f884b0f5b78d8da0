package io.waterwheel.journey.web;

import io.waterwheel.journey.saved.JourneyFaultPlace;
import io.waterwheel.journey.saved.JourneyInWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be said of a definition.
///
/// @param faults  what keeps it from being published; nothing when it can be
/// @param reading null as long as it cannot be read
record JourneyJudged(
        List<JourneyFaultPlace> faults, @Nullable JourneyInWords reading) {}
