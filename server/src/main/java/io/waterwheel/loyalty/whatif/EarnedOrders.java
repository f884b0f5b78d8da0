package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.earn.Given;
import io.waterwheel.loyalty.earn.Refunds;
import java.util.Arrays;
import java.util.List;

/// What one member's orders brought, so that it can be taken back when they are refunded.
final class EarnedOrders {

    /// Told what is taken back of what a rule gave.
    @FunctionalInterface
    interface Taken {
        void take(int rule, long points);
    }

    private long[] position = new long[16];
    private long[] amount = new long[16];
    private long[] refunded = new long[16];
    /// Where the earnings of an order begin; they end where those of the next begin.
    private int[] first = new int[17];
    private int orders;
    private int[] rule = new int[16];
    private long[] points = new long[16];
    private long[] taken = new long[16];
    private int earnings;

    void clear() {
        orders = 0;
        earnings = 0;
    }

    void order(long position, long amount, List<Given> given) {
        if (orders == this.position.length) {
            int size = orders * 2;
            this.position = Arrays.copyOf(this.position, size);
            this.amount = Arrays.copyOf(this.amount, size);
            refunded = Arrays.copyOf(refunded, size);
            first = Arrays.copyOf(first, size + 1);
        }
        this.position[orders] = position;
        this.amount[orders] = amount;
        refunded[orders] = 0;
        first[orders] = earnings;
        for (Given one : given) {
            if (earnings == rule.length) {
                rule = Arrays.copyOf(rule, earnings * 2);
                points = Arrays.copyOf(points, earnings * 2);
                taken = Arrays.copyOf(taken, earnings * 2);
            }
            rule[earnings] = one.rule();
            points[earnings] = one.points();
            taken[earnings++] = 0;
        }
        first[++orders] = earnings;
    }

    /// Takes back what a refund costs.
    ///
    /// @return whether the order is known
    boolean refund(long of, long back, Taken told) {
        for (int i = orders - 1; i >= 0; i--) {
            if (position[i] == of) {
                refunded[i] += back;
                for (int j = first[i]; j < first[i + 1]; j++) {
                    long now = Refunds.take(points[j], amount[i], refunded[i], taken[j]);
                    if (now > 0) {
                        taken[j] += now;
                        told.take(rule[j], now);
                    }
                }
                return true;
            }
        }
        return false;
    }
}
