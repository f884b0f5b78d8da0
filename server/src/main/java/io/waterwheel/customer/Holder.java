package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;

/// Who has an identifier.
///
/// @param number   the identifier's own number, which stays whatever becomes of its customer
/// @param customer whose it is now
/// @param shared   whether too many have it to tell who is meant
public record Holder(CustomerNo number, CustomerNo customer, boolean shared) {}
