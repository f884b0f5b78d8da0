/// The rule for checking in, for the brand's people.
@NullMarked
package io.waterwheel.loyalty.checkin.web;

import org.jspecify.annotations.NullMarked;
