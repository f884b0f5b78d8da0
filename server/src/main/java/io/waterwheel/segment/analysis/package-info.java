/// What segments have in common, what sets them apart, and what each condition does to a count.
@NullMarked
package io.waterwheel.segment.analysis;

import org.jspecify.annotations.NullMarked;
