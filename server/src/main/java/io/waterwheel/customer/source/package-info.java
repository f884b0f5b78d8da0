/// Whose word counts more when two sources say different things of one customer.
@NullMarked
package io.waterwheel.customer.source;

import org.jspecify.annotations.NullMarked;
