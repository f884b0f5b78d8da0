/// What comes in, told as stories.
@NullMarked
package io.waterwheel.intake;

import org.jspecify.annotations.NullMarked;
