/// Each brand's programme: its draft, and the versions that were published.
@NullMarked
package io.waterwheel.loyalty.programme.saved;

import org.jspecify.annotations.NullMarked;
