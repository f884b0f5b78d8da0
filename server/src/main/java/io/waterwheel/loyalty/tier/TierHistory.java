package io.waterwheel.loyalty.tier;

/// What one customer did that counts towards tiers.
///
/// @param typical what one of their orders brings on average; 0 where they have none
public record TierHistory(History counted, long typical) {}
