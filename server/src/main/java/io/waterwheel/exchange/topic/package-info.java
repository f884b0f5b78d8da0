/// Kafka both ways: inlets that read a topic, outlets that write one.
@NullMarked
package io.waterwheel.exchange.topic;

import org.jspecify.annotations.NullMarked;
