package io.waterwheel.customer.lookup;

import org.jspecify.annotations.Nullable;

/// What somebody wants to see in plain.
///
/// @param field  an identifier's kind such as `phone`, or an attribute's name such as `address`
/// @param reason why, for the trail; must not itself name the customer
public record LookUp(String field, @Nullable String reason) {}
