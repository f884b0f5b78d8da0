/// The collector's pure parts.
@NullMarked
package io.waterwheel.intake.collect;

import org.jspecify.annotations.NullMarked;
