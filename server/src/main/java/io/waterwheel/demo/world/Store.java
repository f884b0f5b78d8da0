package io.waterwheel.demo.world;

/// A shop in a city.
///
/// @param id        also its department's number in WeCom, and the `store` of its orders
/// @param longitude GCJ-02, degrees east
/// @param latitude  GCJ-02, degrees north
public record Store(long id, String name, String city, String province, double longitude, double latitude) {}
