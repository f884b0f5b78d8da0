/// How each marketplace speaks, and what all of them say.
@NullMarked
package io.waterwheel.loyalty.marketplace.dialect;

import org.jspecify.annotations.NullMarked;
