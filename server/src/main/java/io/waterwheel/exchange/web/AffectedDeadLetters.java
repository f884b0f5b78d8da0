package io.waterwheel.exchange.web;

/// @param count how many dead letters it was done to
record AffectedDeadLetters(int count) {}
