/// What members say of themselves.
@NullMarked
package io.waterwheel.loyalty.membercentre.profile;

import org.jspecify.annotations.NullMarked;
