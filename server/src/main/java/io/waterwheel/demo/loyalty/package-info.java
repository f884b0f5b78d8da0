/// The demo brand's membership: a programme, and the year its members have behind them.
@NullMarked
package io.waterwheel.demo.loyalty;

import org.jspecify.annotations.NullMarked;
