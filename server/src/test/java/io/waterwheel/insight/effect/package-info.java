/// The statistics against published numbers and simulated truth, the result against cases counted by hand.
@NullMarked
package io.waterwheel.insight.effect;

import org.jspecify.annotations.NullMarked;
