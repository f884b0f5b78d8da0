/// Measures the packaged product from outside: each bench starts a server of its own, checks that the answer is
/// right, and prints one JSON line with a baseline from the same run, because absolute times differ from machine to
/// machine. Linkage alone is measured without a server, as the plain library that it is.
@NullMarked
package io.waterwheel.bench;

import org.jspecify.annotations.NullMarked;
