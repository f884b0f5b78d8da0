package io.waterwheel.loyalty.coupon.rule;

/// One line of a basket.
///
/// @param line     the till's own name of the line, unique in its basket
/// @param category empty when the till does not know it
/// @param pieces   at least 1
/// @param amount   what all pieces cost together, in minor units, after the shop's own price cuts
public record BasketLine(String line, String product, String category, int pieces, long amount) {

    BasketLine less(long off) {
        return new BasketLine(line, product, category, pieces, amount - off);
    }
}
