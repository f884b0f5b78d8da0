/// Proves the rules of what people receive.
@NullMarked
package io.waterwheel.simulator.town;

import org.jspecify.annotations.NullMarked;
