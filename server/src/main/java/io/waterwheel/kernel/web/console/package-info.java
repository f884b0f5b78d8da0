/// Serves the console, a single page whose addresses the browser itself resolves, and beside it the members' page.
@NullMarked
package io.waterwheel.kernel.web.console;

import org.jspecify.annotations.NullMarked;
