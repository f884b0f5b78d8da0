/// Broadcasts: one message to one segment, planned, split into treated and held out, started, paused, cancelled.
@NullMarked
package io.waterwheel.touch.broadcast;

import org.jspecify.annotations.NullMarked;
