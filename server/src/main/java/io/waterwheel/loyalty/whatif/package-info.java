/// What would have been: history replayed under a draft programme, beside the one it is compared with.
@NullMarked
package io.waterwheel.loyalty.whatif;

import org.jspecify.annotations.NullMarked;
