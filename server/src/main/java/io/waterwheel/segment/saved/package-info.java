/// Saved segments: kept with every version they had, counted, guarded while something uses them.
@NullMarked
package io.waterwheel.segment.saved;

import org.jspecify.annotations.NullMarked;
