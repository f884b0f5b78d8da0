/// What people agree to when they become members, in the words of each brand.
@NullMarked
package io.waterwheel.loyalty.membercentre.terms;

import org.jspecify.annotations.NullMarked;
