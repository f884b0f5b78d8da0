/// What a draft of the programme would have changed in the past.
@NullMarked
package io.waterwheel.loyalty.whatif;

import org.jspecify.annotations.NullMarked;
