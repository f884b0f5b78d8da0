/// Tells marketplaces what their bound members have, the newest only, and compares lists.
@NullMarked
package io.waterwheel.loyalty.marketplace.push;

import org.jspecify.annotations.NullMarked;
