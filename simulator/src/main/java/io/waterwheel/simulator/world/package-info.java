/// What a test or a demonstration says about its world: a corp, its guides, the people and how they behave.
@NullMarked
package io.waterwheel.simulator.world;

import org.jspecify.annotations.NullMarked;
