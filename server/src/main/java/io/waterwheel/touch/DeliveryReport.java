package io.waterwheel.touch;

import java.time.Instant;

/// What a channel says about one recipient of an accepted call. Somebody it does not mention was not taken.
public sealed interface DeliveryReport {

    String address();

    /// A guide has not confirmed yet.
    record Waiting(String address) implements DeliveryReport {}

    record Delivered(String address, Instant at) implements DeliveryReport {}

    record Failed(String address, String reason) implements DeliveryReport {}
}
