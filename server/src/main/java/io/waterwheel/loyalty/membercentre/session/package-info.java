/// Who is signed in at the member centre.
@NullMarked
package io.waterwheel.loyalty.membercentre.session;

import org.jspecify.annotations.NullMarked;
