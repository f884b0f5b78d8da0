/// Plays: ready journeys with segment, words and goal, to begin from.
@NullMarked
package io.waterwheel.journey.play;

import org.jspecify.annotations.NullMarked;
