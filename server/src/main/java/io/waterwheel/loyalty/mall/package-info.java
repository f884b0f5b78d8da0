/// The points mall: what can be had for points, and the orders for it.
@NullMarked
package io.waterwheel.loyalty.mall;

import org.jspecify.annotations.NullMarked;
