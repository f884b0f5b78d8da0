package io.waterwheel.demo.world;

import java.util.Map;

/// What is so in this world, for measurements to be held against. Money in fen.
///
/// @param buyers       customers with at least one order
/// @param repeatBuyers customers with at least two
/// @param stillThere   buyers who have not left for good
/// @param byHabit      how many buyers there are of each habit, whose parameters stand in [Habit]
/// @param orders       paid orders, anonymous ones included
/// @param memberSales  gross sales to people who were members when they ordered
/// @param consentEmail customers whose consent to marketing by e-mail is in force
/// @param friends      customers with at least one guide as a friend
public record Truth(
        int customers,
        int members,
        int friends,
        int consentEmail,
        int buyers,
        int repeatBuyers,
        int stillThere,
        Map<Habit, Integer> byHabit,
        int orders,
        int anonymousOrders,
        int refunds,
        long grossSales,
        long refunded,
        long anonymousSales,
        long memberSales) {

    public long netSales() {
        return grossSales - refunded;
    }

    /// Of all buyers ever, those who came again.
    public double repurchaseRate() {
        return (double) repeatBuyers / buyers;
    }
}
