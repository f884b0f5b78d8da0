package io.waterwheel.loyalty.marketplace.dialect;

/// What a shop and its marketplace know each other by; the secret in plain, in memory only.
///
/// @param name as the marketplace calls the shop
/// @param salt what it mixes mobile numbers with
/// @param api  where it is called
public record ShopKeys(String name, String appKey, String secret, String salt, String api) {

    @Override
    public String toString() {
        return "ShopKeys[" + name + "]";
    }
}
