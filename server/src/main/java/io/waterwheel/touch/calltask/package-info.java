/// The telephone as a channel: tasks for people who call, with whom, what to say and until when, and what came
/// of it.
@NullMarked
package io.waterwheel.touch.calltask;

import org.jspecify.annotations.NullMarked;
