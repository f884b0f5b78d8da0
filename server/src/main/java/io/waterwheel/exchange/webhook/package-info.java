/// Events by HTTP to other systems: signed, in order, tried again, put aside when it is of no use.
@NullMarked
package io.waterwheel.exchange.webhook;

import org.jspecify.annotations.NullMarked;
