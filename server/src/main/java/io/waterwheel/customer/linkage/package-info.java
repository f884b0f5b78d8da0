/// Fellegi–Sunter record linkage: which records tell of one person, how surely, and why. Plain Java without Spring,
/// SQL or clock.
@NullMarked
package io.waterwheel.customer.linkage;

import org.jspecify.annotations.NullMarked;
