/// What should have been done and has not: told by each module, so that one place can say so.
@NullMarked
package io.waterwheel.kernel.lag;

import org.jspecify.annotations.NullMarked;
