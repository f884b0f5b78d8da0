/// Moves people through journeys: by events, by time, by answers; each batch of moves and its effects in one
/// transaction.
@NullMarked
package io.waterwheel.journey.engine;

import org.jspecify.annotations.NullMarked;
