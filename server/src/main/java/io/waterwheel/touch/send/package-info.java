/// Sending: claims recipients of broadcasts and single messages, writes down each call before it is made, and finds
/// out after a crash what became of it.
@NullMarked
package io.waterwheel.touch.send;

import org.jspecify.annotations.NullMarked;
