/// How large segments were over time and who entered and left them, told to the log where a segment is listened to.
@NullMarked
package io.waterwheel.segment.size;

import org.jspecify.annotations.NullMarked;
