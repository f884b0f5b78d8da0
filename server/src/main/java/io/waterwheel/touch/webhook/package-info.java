/// The brand's own system as a channel: it is told what to say to whom, signed, and carries it.
@NullMarked
package io.waterwheel.touch.webhook;

import org.jspecify.annotations.NullMarked;
