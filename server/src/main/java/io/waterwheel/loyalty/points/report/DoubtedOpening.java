package io.waterwheel.loyalty.points.report;

/// A customer of whom several openings stand that were told by different kinds of identifier: perhaps one account
/// of the system before, told twice under what were two people then.
///
/// @param customer the customer's number
/// @param openings how many stand
/// @param points   their sum
public record DoubtedOpening(String customer, int openings, long points) {}
