package io.waterwheel.loyalty.whatif;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One order, or another thing that happened, of the member whose past is being replayed; used again for the
/// next.
final class PastPurchase {

    int customer;

    @Nullable
    LocalDate birthday;

    LocalDate day = LocalDate.EPOCH;
    long amount;
    long channel;
    long store;
    boolean first;
    int lines;
    long[] product = new long[8];
    long[] category = new long[8];
    long[] lineAmount = new long[8];

    void line(long product, long category, long amount) {
        if (lines == lineAmount.length) {
            this.product = Arrays.copyOf(this.product, lines * 2);
            this.category = Arrays.copyOf(this.category, lines * 2);
            lineAmount = Arrays.copyOf(lineAmount, lines * 2);
        }
        this.product[lines] = product;
        this.category[lines] = category;
        lineAmount[lines++] = amount;
    }
}
