/// What customers told us about themselves.
@NullMarked
package io.waterwheel.customer.profile;

import org.jspecify.annotations.NullMarked;
