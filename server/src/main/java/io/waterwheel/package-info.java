/// Waterwheel: one module per package; a module's root package is its API, everything below is its own.
@NullMarked
package io.waterwheel;

import org.jspecify.annotations.NullMarked;
