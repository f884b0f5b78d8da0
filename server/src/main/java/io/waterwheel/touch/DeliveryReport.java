package io.waterwheel.touch;

import java.time.Instant;

/// What a channel says about one recipient of an accepted call. Those it has nothing to say about yet are left out.
public sealed interface DeliveryReport {

    String address();

    record Delivered(String address, Instant at) implements DeliveryReport {}

    record Failed(String address, String reason, Instant at) implements DeliveryReport {}
}
