/// Whether the invented world is what its truth says.
@NullMarked
package io.waterwheel.demo.world;

import org.jspecify.annotations.NullMarked;
