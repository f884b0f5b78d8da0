package io.waterwheel.demo.world;

/// Something on sale.
///
/// @param price      in fen
/// @param usedUpDays after how many days somebody who uses it needs another
public record Product(String code, String name, Category category, int price, int usedUpDays) {}
