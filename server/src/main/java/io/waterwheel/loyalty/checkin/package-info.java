/// Daily check-ins and what days in a row bring.
@NullMarked
package io.waterwheel.loyalty.checkin;

import org.jspecify.annotations.NullMarked;
