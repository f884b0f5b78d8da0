/// How guides and customers behave: they confirm, read, click and buy, by draws that a seed decides.
@NullMarked
package io.waterwheel.simulator.people;

import org.jspecify.annotations.NullMarked;
