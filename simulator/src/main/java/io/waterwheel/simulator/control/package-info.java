/// The JSON API under /sim with which a test shapes the world and reads what happened in it.
@NullMarked
package io.waterwheel.simulator.control;

import org.jspecify.annotations.NullMarked;
