package io.waterwheel.loyalty;

import org.jspecify.annotations.Nullable;

/// What a member wants from the mall.
///
/// @param key     names the wish: the page makes one up and sends it again when it got no answer
/// @param item    which, as in [MallOffer]
/// @param pieces  how many of it, 1 to [#MOST]
/// @param store   where goods are picked up; null to have them sent, and for coupons and codes
/// @param address where to they are sent; null to pick them up, and for coupons and codes
public record MallWish(
        String key,
        String item,
        int pieces,
        @Nullable String store,
        @Nullable MallAddress address) {

    /// How many pieces can be had at once.
    public static final int MOST = 99;

    /// @throws IllegalArgumentException without a key of 1 to 100 characters, or of no or too many pieces
    public MallWish {
        if (key.isBlank() || key.length() > 100) {
            throw new IllegalArgumentException("a key has 1 to 100 characters");
        }
        if (pieces < 1 || pieces > MOST) {
            throw new IllegalArgumentException(pieces + " pieces");
        }
    }
}
