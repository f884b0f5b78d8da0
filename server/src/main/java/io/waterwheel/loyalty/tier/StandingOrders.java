package io.waterwheel.loyalty.tier;

import java.util.Arrays;

/// One customer's orders that were not given back in full; each counts one. Plain Java, the same for the
/// ledger's members and for looking back.
public final class StandingOrders {

    /// What a refund is of that names no order.
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final History counted;
    private long[] orders = new long[8];
    private long[] amounts = new long[8];
    private long[] refunded = new long[8];
    private boolean[] stands = new boolean[8];
    private int size;
    private int standing;
    /// Refunds that came before their orders.
    private long[] early = new long[2];
    private long[] earlyAmounts = new long[2];
    private int earlies;

    /// @param counted is told of each
    public StandingOrders(History counted) {
        this.counted = counted;
    }

    /// @param order names it
    public void bought(long millis, long order, long amount) {
        if (size == amounts.length) {
            grow(size * 2);
        }
        orders[size] = order;
        amounts[size] = amount;
        refunded[size] = 0;
        stands[size] = true;
        size++;
        standing++;
        counted.add(millis, 1);
        for (int i = 0; i < earlies; i++) {
            if (early[i] == order) {
                back(size - 1, millis, earlyAmounts[i]);
            }
        }
    }

    /// An order stands until all of it came back, in however many parts. A refund that names no order takes the
    /// newest before it out that cost as much.
    ///
    /// @param of the order's name, or [#UNKNOWN]
    public void refunded(long millis, long of, long amount) {
        for (int i = size - 1; i >= 0; i--) {
            if (of == UNKNOWN ? stands[i] && amounts[i] == amount : orders[i] == of) {
                back(i, millis, amount);
                return;
            }
        }
        if (of != UNKNOWN) {
            if (earlies == early.length) {
                early = Arrays.copyOf(early, earlies * 2);
                earlyAmounts = Arrays.copyOf(earlyAmounts, earlies * 2);
            }
            early[earlies] = of;
            earlyAmounts[earlies++] = amount;
        }
    }

    private void back(int place, long millis, long amount) {
        refunded[place] += amount;
        if (stands[place] && refunded[place] >= amounts[place]) {
            stands[place] = false;
            standing--;
            counted.add(millis, -1);
        }
    }

    private void grow(int room) {
        orders = Arrays.copyOf(orders, room);
        amounts = Arrays.copyOf(amounts, room);
        refunded = Arrays.copyOf(refunded, room);
        stands = Arrays.copyOf(stands, room);
    }

    public History counted() {
        return counted;
    }

    public boolean any() {
        return standing > 0;
    }

    /// Makes room for somebody else.
    public void clear() {
        size = 0;
        standing = 0;
        earlies = 0;
        counted.clear();
    }
}
