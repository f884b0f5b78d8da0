/// How the numbers are expected to behave, from the event to the screen.
@NullMarked
package io.waterwheel.insight;

import org.jspecify.annotations.NullMarked;
