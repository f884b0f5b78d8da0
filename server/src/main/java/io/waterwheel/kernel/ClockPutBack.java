package io.waterwheel.kernel;

import java.time.Instant;

/// The clock was put back, or may have been while nobody looked. Told more than once. What was to be done at once may
/// stand as due later than now; who keeps such times brings them back. What is due at a time of day stays due then.
///
/// @param now what the clock shows
public record ClockPutBack(Instant now) {}
