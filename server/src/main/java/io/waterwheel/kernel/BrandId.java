package io.waterwheel.kernel;

/// A brand's small number inside the database; people and URLs use the brand's key instead.
///
/// @param value 1 … 32,767
public record BrandId(short value) {

    public BrandId {
        if (value <= 0) {
            throw new IllegalArgumentException("brand id must be positive: " + value);
        }
    }

    public static BrandId of(int value) {
        return new BrandId((short) value);
    }
}
