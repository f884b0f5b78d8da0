/// Proves the simulator from outside, with the clients that the product uses.
@NullMarked
package io.waterwheel.simulator;

import org.jspecify.annotations.NullMarked;
