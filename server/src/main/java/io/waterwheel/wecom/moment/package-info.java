/// Moments: what guides are asked to publish for their customers to see, and who did.
@NullMarked
package io.waterwheel.wecom.moment;

import org.jspecify.annotations.NullMarked;
