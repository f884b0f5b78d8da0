/// Lucky draws: prizes with odds and a stock, and each roll so written down that it can be worked out again.
@NullMarked
package io.waterwheel.loyalty.draw;

import org.jspecify.annotations.NullMarked;
