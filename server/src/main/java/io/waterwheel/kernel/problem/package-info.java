/// Refusals: one exception, catalogued types, rendered once as RFC 9457.
@NullMarked
package io.waterwheel.kernel.problem;

import org.jspecify.annotations.NullMarked;
