/// Sources, their write keys, and how much each reported.
@NullMarked
package io.waterwheel.intake.source;

import org.jspecify.annotations.NullMarked;
