/// The engine, compared with a slow and obvious one.
@NullMarked
package io.waterwheel.segment.engine;

import org.jspecify.annotations.NullMarked;
