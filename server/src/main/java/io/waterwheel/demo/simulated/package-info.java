/// The people of the invented brand as the WeCom simulator is told of them, so that they go on living there.
@NullMarked
package io.waterwheel.demo.simulated;

import org.jspecify.annotations.NullMarked;
