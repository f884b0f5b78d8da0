package io.waterwheel.loyalty.points.report;

/// Something that does not add up.
///
/// @param what   entry, account, lot, lots or month
/// @param which  of these, such as an entry's number
/// @param stands what is kept
/// @param adds   what the postings add up to
public record Difference(String what, String which, long stands, long adds) {}
