/// The simulator's own small pages: what a guide sees and what a customer sees.
@NullMarked
package io.waterwheel.simulator.page;

import org.jspecify.annotations.NullMarked;
