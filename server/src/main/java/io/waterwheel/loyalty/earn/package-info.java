/// What orders and other events earn, decided once and booked on the ledger.
@NullMarked
package io.waterwheel.loyalty.earn;

import org.jspecify.annotations.NullMarked;
