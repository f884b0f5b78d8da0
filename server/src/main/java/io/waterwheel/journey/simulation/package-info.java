/// What a journey would have done: events of the past are sent through a definition before anybody is let in.
@NullMarked
package io.waterwheel.journey.simulation;

import org.jspecify.annotations.NullMarked;
