/// How many came to each node, went on, left and reached the goal, counted as they move.
@NullMarked
package io.waterwheel.journey.count;

import org.jspecify.annotations.NullMarked;
