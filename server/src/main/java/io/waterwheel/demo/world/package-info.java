/// The invented brand itself, drawn from a seed: pure, without a clock or a database.
@NullMarked
package io.waterwheel.demo.world;

import org.jspecify.annotations.NullMarked;
