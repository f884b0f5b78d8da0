package io.waterwheel.demo.world;

/// A guide (导购) of a store.
///
/// @param userId the account in WeCom
public record Guide(String userId, String name, Store store) {}
