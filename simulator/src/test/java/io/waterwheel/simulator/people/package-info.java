/// Proves the draws.
@NullMarked
package io.waterwheel.simulator.people;

import org.jspecify.annotations.NullMarked;
