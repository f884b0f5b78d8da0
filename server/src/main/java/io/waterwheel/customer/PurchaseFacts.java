package io.waterwheel.customer;

import java.time.Instant;

/// An order or a refund that counts: the first of its number.
///
/// @param refund whether money went back
/// @param amount in minor units; of a refund what was given back, positive
public record PurchaseFacts(boolean refund, Instant at, long amount) {}
