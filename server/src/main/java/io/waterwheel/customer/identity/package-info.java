/// Whose event it is: strong identifiers, found by blind index, join records into customers.
@NullMarked
package io.waterwheel.customer.identity;

import org.jspecify.annotations.NullMarked;
