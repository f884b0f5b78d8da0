/// A stand-in for WeCom and for the people behind it, in one process, for tests and demonstrations.
@NullMarked
package io.waterwheel.simulator;

import org.jspecify.annotations.NullMarked;
