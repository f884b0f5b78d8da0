package io.waterwheel.customer.suggestion;

import io.waterwheel.customer.linkage.compare.Likeness;

/// What one field says about two customers.
///
/// @param bits above zero speaks for one person, below zero against
public record SuggestionEvidence(String field, Likeness likeness, double bits) {}
