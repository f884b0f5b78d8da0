/// Measures the packaged product from outside: each bench starts a server of its own, checks that the answer is
/// right, and prints one JSON line with a baseline from the same run, because absolute times differ from machine to
/// machine.
@NullMarked
package io.waterwheel.bench;

import org.jspecify.annotations.NullMarked;
