/// What a customer is to a brand: seen, member, buyer, reachable, consenting.
@NullMarked
package io.waterwheel.customer.relation;

import org.jspecify.annotations.NullMarked;
