/// Personal data in plain, one field of one customer at a time, each look recorded.
@NullMarked
package io.waterwheel.customer.lookup;

import org.jspecify.annotations.NullMarked;
