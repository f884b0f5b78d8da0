/// Who brings whom.
@NullMarked
package io.waterwheel.loyalty.membercentre.invite;

import org.jspecify.annotations.NullMarked;
