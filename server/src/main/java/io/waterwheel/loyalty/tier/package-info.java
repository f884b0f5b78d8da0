/// Which tier members have over time: reached at once, kept or lost when a period ends, given or paid for.
@NullMarked
package io.waterwheel.loyalty.tier;

import org.jspecify.annotations.NullMarked;
