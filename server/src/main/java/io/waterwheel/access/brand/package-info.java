/// The brands of this installation, read on every request and so kept in memory.
@NullMarked
package io.waterwheel.access.brand;

import org.jspecify.annotations.NullMarked;
