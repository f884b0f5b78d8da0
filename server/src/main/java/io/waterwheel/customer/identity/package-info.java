/// Whose event it is: strong identifiers, found by blind index and linked when named together, join records into
/// customers, and people may join or separate them.
@NullMarked
package io.waterwheel.customer.identity;

import org.jspecify.annotations.NullMarked;
