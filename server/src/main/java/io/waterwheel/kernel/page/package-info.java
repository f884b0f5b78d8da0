/// The one way to page: keyset cursors, never offsets.
@NullMarked
package io.waterwheel.kernel.page;

import org.jspecify.annotations.NullMarked;
