/// How far the data that comes in can be trusted: what is missing, late, refused, or cannot be what it says.
@NullMarked
package io.waterwheel.intake.quality;

import org.jspecify.annotations.NullMarked;
