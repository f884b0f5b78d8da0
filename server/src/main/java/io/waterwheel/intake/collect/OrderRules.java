package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.Order;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/// What an order must be for the books: readable, in the brand's currency, nothing negative, its amount
/// small enough that what a customer ever bought can be added up.
public final class OrderRules {

    /// Of the order's number, which is a key in the books.
    private static final int LONGEST_NUMBER = 200;

    /// Digits on either side of the point; beyond it arithmetic itself would be an attack.
    private static final int MOST_DIGITS = 30;

    /// What an order may amount to in minor units, however it comes in. A hundred thousand million of the major unit
    /// with two digits: sums of 900,000 such orders still fit a `long`.
    public static final long LARGEST = 10_000_000_000_000L;

    private final ObjectReader orders;

    OrderRules(ObjectReader orders) {
        this.orders = orders;
    }

    /// @return why the order is refused, null when it is not
    @Nullable
    RefusalReason check(byte[] body, JsonPart properties, Currency currency) {
        Order order;
        try {
            order = orders.readValue(body, properties.start(), properties.end() - properties.start());
        } catch (JacksonException e) {
            return RefusalReason.ORDER_UNREADABLE;
        }
        return check(order, currency);
    }

    /// @return why the order is refused, null when it is not
    @SuppressWarnings("NullAway") // Jackson leaves what is absent null
    public static @Nullable RefusalReason check(@Nullable Order order, Currency currency) {
        if (order == null) {
            return RefusalReason.ORDER_UNREADABLE;
        }
        if (order.orderId() == null
                || order.orderId().isBlank()
                || order.orderId().length() > LONGEST_NUMBER
                || order.orderId().indexOf('\0') >= 0) {
            return RefusalReason.ORDER_ID_MISSING;
        }
        if (order.currency() != null && !order.currency().equalsIgnoreCase(currency.getCurrencyCode())) {
            return RefusalReason.CURRENCY_DIFFERS;
        }
        if (!small(order.total())) {
            return RefusalReason.AMOUNT_TOO_LARGE;
        }
        if (negative(order.total())) {
            return RefusalReason.PRICE_NEGATIVE;
        }
        for (Order.Line line : order.lines()) {
            if (line == null) {
                return RefusalReason.ORDER_UNREADABLE;
            }
            if (!small(line.price()) || !small(line.quantity())) {
                return RefusalReason.AMOUNT_TOO_LARGE;
            }
            if (negative(line.price())) {
                return RefusalReason.PRICE_NEGATIVE;
            }
            if (line.units().signum() <= 0) {
                return RefusalReason.QUANTITY_NOT_POSITIVE;
            }
        }
        return bookable(order, currency.getDefaultFractionDigits()) ? null : RefusalReason.AMOUNT_TOO_LARGE;
    }

    private static boolean bookable(Order order, int fractionDigits) {
        try {
            long sum = 0;
            for (Order.Line line : order.lines()) {
                sum = Math.addExact(sum, line.amount(fractionDigits));
            }
            return sum >= 0 && sum <= LARGEST && order.amount(fractionDigits) <= LARGEST;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static boolean negative(@Nullable BigDecimal number) {
        return number != null && number.signum() < 0;
    }

    private static boolean small(@Nullable BigDecimal number) {
        return number == null
                || (Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= 2 * MOST_DIGITS);
    }
}
