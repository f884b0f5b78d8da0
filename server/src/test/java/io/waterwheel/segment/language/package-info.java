/// The segment language, told by example.
@NullMarked
package io.waterwheel.segment.language;

import org.jspecify.annotations.NullMarked;
