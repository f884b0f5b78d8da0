/// Scores and groups against cases counted by hand.
@NullMarked
package io.waterwheel.insight.rfm;

import org.jspecify.annotations.NullMarked;
