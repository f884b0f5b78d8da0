/// The channels this installation has, found by kind.
@NullMarked
package io.waterwheel.touch.channel;

import org.jspecify.annotations.NullMarked;
