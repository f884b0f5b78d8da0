package io.waterwheel.loyalty.tier;

import java.util.Arrays;

/// One customer's orders that were not given back in full; each counts one. Plain Java, the same for the
/// ledger's members and for looking back.
public final class StandingOrders {

    private final History counted;
    private long[] amounts = new long[8];
    private int size;

    /// @param counted is told of each
    public StandingOrders(History counted) {
        this.counted = counted;
    }

    public void bought(long millis, long amount) {
        if (size == amounts.length) {
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        amounts[size++] = amount;
        counted.add(millis, 1);
    }

    /// A refund of all that an order cost takes the newest such order before it out.
    public void refunded(long millis, long amount) {
        for (int i = size - 1; i >= 0; i--) {
            if (amounts[i] == amount) {
                System.arraycopy(amounts, i + 1, amounts, i, size - i - 1);
                size--;
                counted.add(millis, -1);
                return;
            }
        }
    }

    public History counted() {
        return counted;
    }

    public boolean any() {
        return size > 0;
    }

    /// Makes room for somebody else.
    public void clear() {
        size = 0;
        counted.clear();
    }
}
