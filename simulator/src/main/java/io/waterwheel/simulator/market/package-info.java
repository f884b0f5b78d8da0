/// Marketplaces whose shop members are bound with a brand's: they call the brand, and are told of points.
@NullMarked
package io.waterwheel.simulator.market;

import org.jspecify.annotations.NullMarked;
