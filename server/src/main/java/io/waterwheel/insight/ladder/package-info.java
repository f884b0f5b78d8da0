/// How many buyers reach the next order, and how long it takes them.
@NullMarked
package io.waterwheel.insight.ladder;

import org.jspecify.annotations.NullMarked;
