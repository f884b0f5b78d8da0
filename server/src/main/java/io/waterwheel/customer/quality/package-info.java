/// Counts how much of the customers is known.
@NullMarked
package io.waterwheel.customer.quality;

import org.jspecify.annotations.NullMarked;
