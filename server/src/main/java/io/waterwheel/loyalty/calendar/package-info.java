/// What members get on their days without asking, and what is on when.
@NullMarked
package io.waterwheel.loyalty.calendar;

import org.jspecify.annotations.NullMarked;
