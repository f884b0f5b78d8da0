/// How segments are expected to behave, and a warehouse in memory to ask them of.
@NullMarked
package io.waterwheel.segment;

import org.jspecify.annotations.NullMarked;
