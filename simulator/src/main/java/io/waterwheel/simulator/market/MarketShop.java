package io.waterwheel.simulator.market;

/// A shop on a marketplace, as a test opens it.
///
/// @param callback where the brand is called
/// @param perSecond how many calls it takes in a second; 0 for any number
/// @param windowSeconds how old a call may be; 0 for any age
record MarketShop(
        String name, String appKey, String secret, String salt, String callback, int perSecond, long windowSeconds) {
    static final MarketShop NONE = new MarketShop("", "", "", "", "", 0, 600);
}
