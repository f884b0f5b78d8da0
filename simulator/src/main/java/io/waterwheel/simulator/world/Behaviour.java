package io.waterwheel.simulator.world;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.List;

/// How people behave. Rates are probabilities between 0 and 1.
///
/// @param confirmRate of a guide's mass-send tasks, how many the guide confirms unasked
/// @param confirmDelayMs how long a guide takes on average
/// @param readRate of delivered messages
/// @param clickRate of messages read that carry a link
/// @param buyRate of messages clicked
/// @param baseOrdersPerPersonPerDay orders that come anyway, treated or not
/// @param orderMeanMinor mean order value in fen; values are log-normal
/// @param orderSigma standard deviation of an order value's logarithm
/// @param actionDelayMs how long a customer takes on average for one step
public record Behaviour(
        double confirmRate,
        long confirmDelayMs,
        double readRate,
        double clickRate,
        double buyRate,
        double baseOrdersPerPersonPerDay,
        long orderMeanMinor,
        double orderSigma,
        List<Product> products,
        long actionDelayMs) {

    /// Nobody does anything.
    public static final Behaviour STILL = new Behaviour(0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0);

    /// @param price a decimal amount in yuan
    public record Product(String code, String name, BigDecimal price) {
        public Product {
            if (price == null || price.signum() <= 0) {
                throw new IllegalArgumentException("product " + code + " needs a price above zero");
            }
        }
    }

    public Behaviour {
        rate("confirmRate", confirmRate);
        rate("readRate", readRate);
        rate("clickRate", clickRate);
        rate("buyRate", buyRate);
        notNegative("baseOrdersPerPersonPerDay", baseOrdersPerPersonPerDay);
        notNegative("orderMeanMinor", (double) orderMeanMinor);
        notNegative("orderSigma", orderSigma);
        notNegative("confirmDelayMs", (double) confirmDelayMs);
        notNegative("actionDelayMs", (double) actionDelayMs);
        products = List.copyOf(requireNonNullElse(products, List.of()));
    }

    /// The probability that a delivered message with a link ends in an order.
    public double buyPerDelivered() {
        return readRate * clickRate * buyRate;
    }

    private static void rate(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is a rate between 0 and 1, not " + value);
        }
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " is not negative: " + value);
        }
    }
}
