/// Members at the counter: whose code a till has read, and what they pay with points.
@NullMarked
package io.waterwheel.loyalty.till;

import org.jspecify.annotations.NullMarked;
