/// How one customer goes through a journey: a table of what happens at which node on which signal. Pure, so
/// that it is tested by the thousand and used by the engine and by simulations alike.
@NullMarked
package io.waterwheel.journey.course;

import org.jspecify.annotations.NullMarked;
