package io.waterwheel.loyalty.points.report;

/// Something that does not add up.
///
/// @param what   entry, account, lot, lots or month
/// @param which  of these: an entry's or lot's number; an account's number and side; a month and side
/// @param stands what is kept
/// @param adds   what the postings add up to
public record Difference(String what, String which, long stands, long adds) {}
