/// What has happened in the world so far: facts, written to a journal first and then applied to the state.
@NullMarked
package io.waterwheel.simulator.town;

import org.jspecify.annotations.NullMarked;
