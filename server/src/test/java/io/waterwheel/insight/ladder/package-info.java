/// The ladder against cases counted by hand.
@NullMarked
package io.waterwheel.insight.ladder;

import org.jspecify.annotations.NullMarked;
