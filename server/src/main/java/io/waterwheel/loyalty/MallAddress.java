package io.waterwheel.loyalty;

/// Who gets what is sent, and where. Sealed wherever it is kept.
public record MallAddress(String name, String phone, String address) {}
