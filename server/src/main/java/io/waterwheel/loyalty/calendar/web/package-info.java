/// Benefits and the calendar, for the brand's people.
@NullMarked
package io.waterwheel.loyalty.calendar.web;

import org.jspecify.annotations.NullMarked;
