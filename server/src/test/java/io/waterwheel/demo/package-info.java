/// Whether the demo brand is what it says it is.
@NullMarked
package io.waterwheel.demo;

import org.jspecify.annotations.NullMarked;
