/// What of an event leaves the house, and in which form: one for webhooks and for Kafka.
@NullMarked
package io.waterwheel.exchange.event;

import org.jspecify.annotations.NullMarked;
