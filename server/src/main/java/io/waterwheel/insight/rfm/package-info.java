/// Recency, frequency, monetary: every buyer's place among the buyers.
@NullMarked
package io.waterwheel.insight.rfm;

import org.jspecify.annotations.NullMarked;
