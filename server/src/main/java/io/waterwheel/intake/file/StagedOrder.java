package io.waterwheel.intake.file;

import io.waterwheel.intake.collect.OrderRules;
import io.waterwheel.intake.file.table.LineFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of one order as they gather; each is taken or refused.
final class StagedOrder {

    static final int MOST_LINES = 20_000;

    private final String number;
    private final boolean refund;
    private final int fractionDigits;
    private final List<OrderLine> lines = new ArrayList<>();
    private long at = Long.MAX_VALUE;
    private long amount;
    private @Nullable String customer;
    private @Nullable String country;
    private @Nullable String store;

    /// @param first          the order's first line: whether it takes goods back makes the order an order or a refund
    /// @param fractionDigits of the brand's currency
    StagedOrder(OrderLine first, int fractionDigits) {
        this.number = first.number();
        this.fractionDigits = fractionDigits;
        this.refund = first.takesBack();
    }

    /// @return why the line does not belong to the order, null when it was taken
    @Nullable
    LineFault add(OrderLine line) {
        if (line.takesBack() != refund) {
            return LineFault.QUANTITY_SIGN_DIFFERS;
        }
        if (customer != null && line.customer() != null && !customer.equals(line.customer())) {
            return LineFault.CUSTOMER_DIFFERS;
        }
        if (lines.size() == MOST_LINES) {
            return LineFault.ORDER_TOO_LONG;
        }
        long more = line.amount(fractionDigits);
        if (amount + more > OrderRules.LARGEST) {
            return LineFault.AMOUNT_TOO_LARGE;
        }
        amount += more;
        lines.add(line);
        at = Math.min(at, line.at());
        customer = customer == null ? line.customer() : customer;
        country = country == null ? line.country() : country;
        store = store == null ? line.store() : store;
        return null;
    }

    String number() {
        return number;
    }

    boolean refund() {
        return refund;
    }

    List<OrderLine> lines() {
        return lines;
    }

    /// The earliest of its lines.
    Instant at() {
        return Instant.ofEpochMilli(at);
    }

    @Nullable
    String customer() {
        return customer;
    }

    @Nullable
    String country() {
        return country;
    }

    @Nullable
    String store() {
        return store;
    }
}
