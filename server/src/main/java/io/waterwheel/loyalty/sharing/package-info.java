/// Family and company accounts: members who spend points together, of which each keeps their own.
@NullMarked
package io.waterwheel.loyalty.sharing;

import org.jspecify.annotations.NullMarked;
