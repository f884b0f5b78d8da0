package io.waterwheel.demo.world;

/// A product on an order.
///
/// @param price what one unit was sold at, in fen, discounts shared out
public record Line(Product product, int quantity, int price) {

    public long amount() {
        return (long) quantity * price;
    }
}
