/// Pairs of customers that may be one person, found by record linkage, for people to decide: never merged by
/// itself.
@NullMarked
package io.waterwheel.customer.suggestion;

import org.jspecify.annotations.NullMarked;
