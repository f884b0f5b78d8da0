/// Members who are bound with accounts on marketplaces: one member, one balance.
@NullMarked
package io.waterwheel.loyalty.marketplace;

import org.jspecify.annotations.NullMarked;
