/// The invented past of the demo brand, as events on the real log.
@NullMarked
package io.waterwheel.demo.history;

import org.jspecify.annotations.NullMarked;
