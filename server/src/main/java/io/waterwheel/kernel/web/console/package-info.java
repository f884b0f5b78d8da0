/// Serves the console, a single page whose addresses the browser itself resolves.
@NullMarked
package io.waterwheel.kernel.web.console;

import org.jspecify.annotations.NullMarked;
