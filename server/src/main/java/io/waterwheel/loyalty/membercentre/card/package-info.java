/// The member's card and what stands on it.
@NullMarked
package io.waterwheel.loyalty.membercentre.card;

import org.jspecify.annotations.NullMarked;
