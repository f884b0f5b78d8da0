package io.waterwheel.demo.world;

/// When one buyer orders, by [Habit]'s process.
///
/// @param orders season days of the orders, the first one first; empty when they never buy
/// @param rate   λ, orders per season week while they are there
/// @param leaves p, the chance to leave after a repeat order
/// @param alive  still there at the end
record BuyingLife(double[] orders, double rate, double leaves, boolean alive) {

    private static final double WEEK = 7;
    private static final BuyingLife NEVER = new BuyingLife(new double[0], 0, 0, false);

    /// @param from season day of the first order, should there be one
    static BuyingLife of(Habit habit, double from, double to, Draws draws) {
        if (!draws.chance(habit.buyers())) {
            return NEVER;
        }
        double rate = draws.gamma(habit.r(), habit.alpha());
        double leaves = draws.beta(habit.a(), habit.b());
        double[] orders = new double[4];
        int count = 0;
        boolean alive = true;
        for (double at = from; alive && at < to; at += WEEK * draws.exponential() / rate) {
            if (count == orders.length) {
                orders = java.util.Arrays.copyOf(orders, 2 * count);
            }
            orders[count++] = at;
            alive = count == 1 || !draws.chance(leaves);
        }
        return new BuyingLife(java.util.Arrays.copyOf(orders, count), rate, leaves, alive);
    }
}
