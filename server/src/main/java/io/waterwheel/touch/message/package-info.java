/// Messages to single customers, as other modules ask for them and as people look at them: what became of each,
/// and why somebody did not get one.
@NullMarked
package io.waterwheel.touch.message;

import org.jspecify.annotations.NullMarked;
