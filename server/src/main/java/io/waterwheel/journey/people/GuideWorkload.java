package io.waterwheel.journey.people;

import org.jspecify.annotations.Nullable;

/// What one guide has to do and did, of what was made in the last 90 days.
///
/// @param guide the user id in WeCom; null for customers who are no guide's friends
/// @param open  with time yet
/// @param late  that nobody did in time
public record GuideWorkload(@Nullable String guide, long open, long late, long done) {}
