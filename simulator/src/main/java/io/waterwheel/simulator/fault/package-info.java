/// Faults that are injected on demand, so that a client can prove that it survives them.
@NullMarked
package io.waterwheel.simulator.fault;

import org.jspecify.annotations.NullMarked;
